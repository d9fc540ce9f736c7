package org.zhice.loader.evidence;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;

/** Answers of a graph to plain queries. */
final class Answers {
    static final String PREFIXES = """
            PREFIX zc: <https://w3id.org/zhice/ontology#>
            PREFIX c: <https://w3id.org/zhice/concept/>
            PREFIX g: <https://w3id.org/zhice/graph/>
            PREFIX document: <https://w3id.org/zhice/id/document/>
            PREFIX item: <https://w3id.org/zhice/id/item/>
            PREFIX passage: <https://w3id.org/zhice/id/passage/>
            PREFIX responsibility: <https://w3id.org/zhice/id/responsibility/>
            PREFIX source: <https://w3id.org/zhice/id/source/>
            PREFIX task: <https://w3id.org/zhice/id/task/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX eli: <http://data.europa.eu/eli/ontology#>
            PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX text: <http://jena.apache.org/text#>
            """;

    private Answers() {}

    /** The rows, each as its cells joined by a bar: literals by their characters, names by their last part. */
    static List<String> of(DatasetGraph data, String select) {
        try (QueryExec exec = QueryExec.dataset(data).query(PREFIXES + select).build()) {
            RowSet rows = exec.select();
            List<Var> vars = rows.getResultVars();
            return rows.stream()
                    .map(row -> vars.stream()
                            .map(variable -> row.contains(variable) ? cell(row.get(variable)) : "")
                            .collect(Collectors.joining("|")))
                    .toList();
        }
    }

    private static String cell(Node node) {
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI().replaceFirst("^.*[/#]", "");
    }
}
