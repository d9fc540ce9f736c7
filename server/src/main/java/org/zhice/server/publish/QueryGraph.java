package org.zhice.server.publish;

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
import org.zhice.server.query.Engine;
import org.zhice.server.query.Label;
import org.zhice.server.query.SavedQuery;

/**
 * Saved queries as RDF, in the form of the SIB's collection: SHACL's executables, with question, keywords and endpoint.
 *
 * <p>{@code sh:select} holds the query with its defaults in place, so that it runs as it stands, and its PREFIX lines;
 * {@code sh:prefixes} declares the same for tools that look there.
 */
public final class QueryGraph {
    /** The graph of a store that holds them. */
    public static final String NAME = "https://w3id.org/zhice/graph/queries";

    /** The address that stands for whichever endpoint serves the graph. */
    public static final String ENDPOINT = "https://w3id.org/zhice/sparql";

    private static final String PREFIXES = "https://w3id.org/zhice/prefixes";

    private final Engine engine;
    private final String endpoint;
    private final Model model = ModelFactory.createDefaultModel();
    private final Resource prefixes;

    private QueryGraph(Engine engine, String endpoint) {
        this.engine = engine;
        this.endpoint = endpoint;
        this.prefixes = model.createResource(PREFIXES, OWL2.Ontology);
    }

    /**
     * Some saved queries; each node has an address.
     *
     * @param engine lists the values that parameters may take
     * @param endpoint the SPARQL endpoint that answers them
     */
    public static Graph of(List<SavedQuery> queries, Engine engine, String endpoint) {
        QueryGraph graph = new QueryGraph(engine, endpoint);
        queries.forEach(graph::add);
        graph.model.setNsPrefixes(Map.of(
                "sh", SHACLM.NS, "schema", SchemaDO.NS, "rdfs", RDFS.uri, "dcterms", DCTerms.NS, "owl", OWL2.NS));
        return graph.model.getGraph();
    }

    private void add(SavedQuery query) {
        Resource node = model.createResource(query.iri(), SHACLM.SPARQLExecutable)
                .addProperty(RDF.type, SHACLM.SPARQLSelectExecutable)
                .addProperty(SHACLM.select, query.defaultText(engine))
                .addProperty(SHACLM.prefixes, prefixes)
                .addProperty(SchemaDO.target, model.createResource(endpoint));
        add(node, DCTerms.title, query.title());
        add(node, RDFS.comment, query.question());
        query.tags().forEach(tag -> node.addProperty(SchemaDO.keywords, tag));
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
