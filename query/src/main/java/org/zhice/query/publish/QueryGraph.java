package org.zhice.query.publish;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.zhice.query.SavedQuery;
import org.zhice.store.Label;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/**
 * Saved queries as RDF, in the form of the SIB's collection: SHACL's executables, with question, keywords and endpoint.
 *
 * <p>{@code sh:select} holds the query with its defaults in place, so that it runs as it stands, and its PREFIX lines;
 * {@code sh:prefixes} declares the same for tools that look there.
 */
public final class QueryGraph {
    /** The graph of a store that holds them. */
    public static final String NAME = Terms.GRAPH + "queries";

    /** The address that stands for whichever endpoint serves the graph. */
    public static final String ENDPOINT = Terms.BASE + "sparql";

    private static final String PREFIXES = Terms.BASE + "prefixes";

    private final Release release;
    private final String endpoint;
    private final Model model = ModelFactory.createDefaultModel();
    private final Resource prefixes;

    private QueryGraph(Release release, String endpoint) {
        this.release = release;
        this.endpoint = endpoint;
        this.prefixes = model.createResource(PREFIXES, OWL2.Ontology);
    }

    /**
     * Some saved queries; each node has an address.
     *
     * @param release lists the values that parameters may take
     * @param endpoint the SPARQL endpoint that answers them
     */
    public static Graph of(List<SavedQuery> queries, Release release, String endpoint) {
        QueryGraph graph = new QueryGraph(release, endpoint);
        queries.forEach(graph::add);
        graph.model.setNsPrefixes(Map.of(
                "sh", SHACLM.NS, "schema", SchemaDO.NS, "rdfs", RDFS.uri, "dcterms", DCTerms.NS, "owl", OWL2.NS));
        return graph.model.getGraph();
    }

    private void add(SavedQuery query) {
        Resource node = model.createResource(query.iri(), SHACLM.SPARQLExecutable)
                .addProperty(RDF.type, SHACLM.SPARQLSelectExecutable)
                .addProperty(SHACLM.select, query.defaultText(release))
                .addProperty(SHACLM.prefixes, prefixes)
                .addProperty(SchemaDO.target, model.createResource(endpoint));
        add(node, DCTerms.title, query.about().title());
        // Tools list a query once for each comment.
        node.addProperty(RDFS.comment, query.about().question().en(), "en");
        add(node, DCTerms.description, query.about().question());
        query.about().tags().forEach(tag -> node.addProperty(SchemaDO.keywords, tag));
        new TreeMap<>(query.query().getPrefixMapping().getNsPrefixMap()).forEach(this::declare);
    }

    private static void add(Resource node, Property property, Label label) {
        node.addProperty(property, label.en(), "en").addProperty(property, label.zh(), "zh");
    }

    /** Of two queries that disagree on a prefix the first is believed; the text of the other declares its own. */
    private void declare(String prefix, String namespace) {
        Resource declaration = model.createResource(PREFIXES + "#" + prefix);
        if (!declaration.hasProperty(SHACLM.namespace)) {
            declaration
                    .addProperty(SHACLM.prefix, prefix)
                    .addProperty(SHACLM.namespace, namespace, XSDDatatype.XSDanyURI);
            prefixes.addProperty(SHACLM.declare, declaration);
        }
    }
}
