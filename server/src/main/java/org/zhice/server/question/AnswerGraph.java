package org.zhice.server.question;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.resultset.RDFOutput;
import org.apache.jena.sparql.vocabulary.ResultSetGraphVocab;
import org.apache.jena.vocabulary.DCTerms;
import org.zhice.query.SavedQuery;
import org.zhice.query.publish.QueryGraph;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** An answer as RDF, in the result set vocabulary of the SPARQL tests, with the description of its query. */
final class AnswerGraph {
    private AnswerGraph() {}

    static Graph of(SavedQuery query, Result answer, Release release) {
        Model model = ModelFactory.createModelForGraph(QueryGraph.of(List.of(query), release, QueryGraph.ENDPOINT));
        model.setNsPrefixes(query.query().getPrefixMapping()).setNsPrefix("rs", ResultSetGraphVocab.getURI());
        new RDFOutput()
                .asRDF(model, ResultSet.adapt(answer.rowSet()), true)
                .addProperty(DCTerms.isPartOf, model.createResource(query.iri()));
        return model.getGraph();
    }
}
