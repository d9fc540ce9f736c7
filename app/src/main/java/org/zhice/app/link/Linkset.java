package org.zhice.app.link;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.zhice.store.Label;
import org.zhice.store.Terms;

/**
 * Links of somebody's things to ours, as a table of SSSOM and as RDF.
 *
 * @param labels of our things
 * @param source the name of the list
 * @param day when they were made
 */
record Linkset(List<Accepted> links, Map<Node, Label> labels, String source, LocalDate day) {
    private static final String SSSOM = "https://w3id.org/sssom/";
    private static final String SEMAPV = "https://w3id.org/semapv/vocab/";
    private static final List<String> COLUMNS = List.of(
            "subject_id",
            "subject_label",
            "predicate_id",
            "object_id",
            "object_label",
            "mapping_justification",
            "confidence",
            "mapping_date");

    /** The table: its facts in lines that begin with a hash, then tab-separated rows. */
    String sssom() {
        Map<String, String> prefixes = prefixes();
        StringBuilder text = new StringBuilder();
        text.append("#mapping_set_id: ").append(id()).append('\n');
        text.append("#mapping_set_title: \"").append(source.replace("\"", "")).append(" - Zhice\"\n");
        text.append("#license: https://w3id.org/sssom/license/unspecified\n");
        text.append("#mapping_tool: zhice link\n#mapping_tool_version: \"")
                .append(Terms.VERSION)
                .append("\"\n");
        text.append("#curie_map:\n");
        prefixes.forEach((prefix, iri) ->
                text.append("#  ").append(prefix).append(": \"").append(iri).append("\"\n"));
        text.append(row(COLUMNS));
        links.forEach(link -> text.append(row(cells(link, prefixes))));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return CSVFormat.TDF.builder().setRecordSeparator('\n').get().format(cells.toArray()) + "\n";
    }

    private List<String> cells(Accepted link, Map<String, String> prefixes) {
        return List.of(
                curie(link.subject(), prefixes),
                link.name(),
                "skos:exactMatch",
                curie(link.thing(), prefixes),
                label(link),
                "semapv:" + justification(link),
                confidence(link),
                day.toString());
    }

    private static String justification(Accepted link) {
        return link.isByHand() ? "ManualMappingCuration" : "LexicalMatching";
    }

    private static String confidence(Accepted link) {
        return link.isByHand() ? "" : String.format(Locale.ROOT, "%.3f", link.score());
    }

    private String label(Accepted link) {
        return labels.getOrDefault(NodeFactory.createURI(link.thing()), Label.NONE)
                .in("en");
    }

    /** One for each beginning of the owner's IRIs, as the table takes no whole ones. */
    private Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("semapv", SEMAPV);
        prefixes.put("skos", SKOS.uri);
        prefixes.put("zhice", Terms.ID);
        List<String> beginnings = new ArrayList<>(
                links.stream().map(link -> beginning(link.subject())).distinct().toList());
        beginnings.remove(Terms.ID);
        for (int i = 0; i < beginnings.size(); i++) {
            prefixes.put("list" + (i == 0 ? "" : i + 1), beginnings.get(i));
        }
        return prefixes;
    }

    private static String beginning(String iri) {
        return iri.substring(
                0, 1 + Math.max(iri.lastIndexOf('/'), Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('='))));
    }

    private static String curie(String iri, Map<String, String> prefixes) {
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .findFirst()
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .orElse(iri);
    }

    /** The same links have the same name. */
    private String id() {
        String all = links.stream()
                .map(link -> link.subject() + " " + link.thing())
                .collect(Collectors.joining("\n", source + "\n", ""));
        return "urn:uuid:" + UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
    }

    /** The links, each with its grounds, as in our own graphs of links. */
    String turtle() {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("skos", SKOS.uri)
                .setNsPrefix("void", VOID.NS)
                .setNsPrefix("owl", OWL2.NS)
                .setNsPrefix("sssom", SSSOM)
                .setNsPrefix("semapv", SEMAPV)
                .setNsPrefix("rdfs", RDFS.uri);
        model.createResource(id())
                .addProperty(RDF.type, VOID.Linkset)
                .addProperty(RDFS.label, source + " - Zhice")
                .addProperty(VOID.linkPredicate, SKOS.exactMatch)
                .addLiteral(VOID.triples, links.size());
        links.forEach(link -> add(link, model));
        return RDFWriter.source(model).lang(Lang.TURTLE).asString();
    }

    private static void add(Accepted link, Model model) {
        Resource subject = model.createResource(link.subject());
        Resource thing = model.createResource(link.thing());
        subject.addProperty(SKOS.exactMatch, thing).addProperty(RDFS.label, link.name());
        Resource grounds = model.createResource(OWL2.Axiom)
                .addProperty(OWL2.annotatedSource, subject)
                .addProperty(OWL2.annotatedProperty, SKOS.exactMatch)
                .addProperty(OWL2.annotatedTarget, thing)
                .addProperty(sssom(model, "mapping_justification"), model.createResource(SEMAPV + justification(link)));
        if (!link.isByHand()) {
            grounds.addLiteral(sssom(model, "confidence"), link.score());
        }
    }

    private static Property sssom(Model model, String name) {
        return model.createProperty(SSSOM, name);
    }
}
