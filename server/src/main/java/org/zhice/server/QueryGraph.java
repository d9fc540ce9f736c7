package org.zhice.server;

import org.apache.jena.graph.Graph;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.sparql.resultset.RDFOutput;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SchemaDO;
import org.zhice.server.query.Label;
import org.zhice.server.query.Result;
import org.zhice.server.query.SavedQuery;

/** A saved query as RDF: what it is, and its answer in the result set vocabulary of the SPARQL tests. */
final class QueryGraph {
    private static final String QUERY = "https://w3id.org/zhice/id/query/";

    private QueryGraph() {}

    /** The description alone. */
    static Graph of(SavedQuery query) {
        return describe(query).getModel().getGraph();
    }

    /** The answer, and with it the description of what it is part of. */
    static Graph of(SavedQuery query, Result answer) {
        Resource described = describe(query);
        Model model = described.getModel();
        model.setNsPrefixes(query.query().getPrefixMapping()).setNsPrefix("rs", ResultSetGraphVocab.getURI());
        new RDFOutput().asRDF(model, ResultSet.adapt(answer.rowSet()), true).addProperty(DCTerms.isPartOf, described);
        return model.getGraph();
    }

    private static Resource describe(SavedQuery query) {
        Model model = ModelFactory.createDefaultModel();
        model.setNsPrefix("sh", SHACLM.NS)
                .setNsPrefix("dcterms", DCTerms.NS)
                .setNsPrefix("schema", SchemaDO.NS)
                .setNsPrefix("rdfs", RDFS.uri);
        Resource resource = model.createResource(QUERY + query.id())
                .addProperty(RDF.type, SHACLM.SPARQLExecutable)
                .addProperty(RDF.type, SHACLM.SPARQLSelectExecutable)
                .addProperty(SHACLM.select, query.sparql());
        add(resource, DCTerms.title, query.title());
        add(resource, RDFS.comment, query.question());
        query.tags().forEach(tag -> resource.addProperty(SchemaDO.keywords, tag));
        return resource;
    }

    private static void add(Resource resource, Property property, Label label) {
        resource.addProperty(property, label.en(), "en").addProperty(property, label.zh(), "zh");
    }
}
