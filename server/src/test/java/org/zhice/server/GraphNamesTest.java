package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each name of a graph means. One statement stands in both graphs, another in the second alone; the default graph is all
 * of them together and has each once.
 */
class GraphNamesTest {
    private static final String TWO_GRAPHS = """
            <https://w3id.org/zhice/graph/one> { <x:a> <x:p> '专利𠮷' }
            <https://w3id.org/zhice/graph/two> { <x:a> <x:p> '专利𠮷' , <x:b> . <x:b> <x:p> <x:c> }
            """;

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @BeforeAll
    static void two_graphs() {
        SERVER.swap(TWO_GRAPHS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            3 @ { ?s <x:p> ?o }
            2 @ { <x:a> <x:p> ?o }
            1 @ { <x:a> <x:p> '专利𠮷' }
            3 @ { <x:a> <x:p>+ ?o }
            3 @ { <x:a> ?p ?o OPTIONAL { ?o <x:p>* ?end } }
            2 @ { <x:a> <x:p> ?o FILTER NOT EXISTS { <x:z> <x:p> ?o } }
            1 @ { <x:a> <x:p> ?o FILTER EXISTS { ?o <x:p> ?next } }
            4 @ { GRAPH ?g { ?s <x:p> ?o } }
            1 @ { GRAPH <1> { ?s <x:p> ?o } }
            3 @ { GRAPH <2> { ?s <x:p> ?o } }
            3 @ { GRAPH <2> { <x:a> <x:p>+ ?o } }
            1 @ { GRAPH <1> { } }
            0 @ { GRAPH <3> { } }
            4 @ { GRAPH ?g { ?s <x:p> ?o } FILTER(?g IN (<1>, <2>)) }
            0 @ { GRAPH ?g { ?s <x:p> ?o } FILTER(?g NOT IN (<1>, <2>)) }
            3 @ { GRAPH <urn:x-arq:UnionGraph> { ?s <x:p> ?o } }
            3 @ { GRAPH <urn:x-arq:UnionGraph> { <x:a> <x:p>+ ?o } }
            0 @ { GRAPH <urn:x-arq:DefaultGraph> { ?s <x:p> ?o } }
            0 @ { GRAPH <urn:x-arq:DefaultGraph> { <x:a> <x:p>+ ?o } }
            1 @ { FILTER NOT EXISTS { GRAPH <urn:x-arq:DefaultGraph> { ?s <x:p> ?o } } }
            1 @ FROM <1> { ?s <x:p> ?o }
            1 @ FROM <1> { GRAPH <urn:x-arq:DefaultGraph> { ?s <x:p> ?o } }
            3 @ FROM <2> { GRAPH <urn:x-arq:DefaultGraph> { <x:a> <x:p>+ ?o } }
            0 @ { VALUES ?g { <urn:x-arq:DefaultGraph> } GRAPH ?g { ?s <x:p> ?o } }
            0 @ { VALUES ?g { <urn:x-arq:UnionGraph> } GRAPH ?g { ?s <x:p> ?o } }
            1 @ { VALUES ?g { <1> } GRAPH ?g { <x:a> <x:p>+ ?o } }
            0 @ { GRAPH <urn:x-arq:DefaultGraph> { } }
            0 @ { GRAPH <urn:x-arq:UnionGraph> { } }
            2 @ { GRAPH ?g { } FILTER(?g IN (<1>, <2>, <urn:x-arq:DefaultGraph>, <urn:x-arq:UnionGraph>)) }
            3 @ FROM <1> FROM <2> { ?s <x:p> ?o }
            0 @ FROM <1> { GRAPH ?g { ?s <x:p> ?o } }
            3 @ FROM NAMED <2> { GRAPH ?g { ?s <x:p> ?o } }
            0 @ FROM NAMED <2> { ?s <x:p> ?o }
            3 @ FROM <urn:x-arq:UnionGraph> { ?s <x:p> ?o }
            0 @ FROM <urn:x-arq:DefaultGraph> { ?s <x:p> ?o }
            1 @ FROM <urn:x-arq:DefaultGraph> FROM <1> { ?s <x:p> ?o }
            3 @ FROM <urn:x-arq:DefaultGraph> FROM <urn:x-arq:UnionGraph> { ?s <x:p> ?o }
            0 @ FROM NAMED <urn:x-arq:DefaultGraph> { GRAPH ?g { ?s <x:p> ?o } }
            0 @ FROM NAMED <urn:x-arq:UnionGraph> { GRAPH ?g { ?s <x:p> ?o } }
            """)
    void each_name_has_its_statements(int rows, String query) {
        String text = "SELECT * "
                + query.replaceAll("<([123])>", "<https://w3id.org/zhice/graph/$1>")
                        .replace("/1>", "/one>")
                        .replace("/2>", "/two>");
        String path = "/sparql?format=json&query=" + URLEncoder.encode(text, StandardCharsets.UTF_8);

        var bindings = JSON.parse(SERVER.get(path).body()).getObj("results").getArray("bindings");

        assertThat(bindings).hasSize(rows);
    }
}
