package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SPARQL 1.1 Protocol over HTTP, case by case: each way to send a query, each way to name graphs, each thing that is no
 * request. The small graphs one and two hold one statement each, so that what is answered shows which was asked.
 */
class SparqlProtocolTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String ONE = "https://w3id.org/zhice/graph/one";
    private static final String TWO = "https://w3id.org/zhice/graph/two";
    private static final String IN_DEFAULT = "ASK { <x:one> <x:says> \"专利𠮷\" }";

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @BeforeAll
    static void two_graphs() {
        SERVER.swap("<" + ONE + "> { <x:one> <x:says> '专利𠮷' } <" + TWO + "> { <x:two> <x:says> 'b\\u0001' }");
    }

    @Test
    void query_by_get_by_form_and_directly() {
        assertThat(truth(SERVER.get(get(IN_DEFAULT)))).isTrue();
        assertThat(truth(SERVER.post("/sparql", FORM, "query=" + encoded(IN_DEFAULT))))
                .isTrue();
        assertThat(truth(SERVER.post(
                        "/sparql",
                        "Application/X-WWW-Form-urlencoded ; Charset=\"UTF-8\"",
                        "query=" + encoded(IN_DEFAULT))))
                .isTrue();
        assertThat(truth(SERVER.post("/sparql", QUERY, IN_DEFAULT))).isTrue();
        assertThat(truth(SERVER.post("/sparql", QUERY + ";charset=utf8", "\uFEFF" + IN_DEFAULT)))
                .isTrue();
        assertThat(truth(SERVER.send("POST", get(IN_DEFAULT)))).isTrue();
        assertThat(truth(SERVER.get(get(IN_DEFAULT).replace("/sparql", "/sparql/"))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "default-graph-uri=1, ONE, true",
        "default-graph-uri=2, ONE, false",
        "default-graph-uri=1&default-graph-uri=2, BOTH, true",
        "named-graph-uri=1, NAMED, true",
        "named-graph-uri=1&named-graph-uri=2, NAMED, true",
        "named-graph-uri=2, NAMED, false",
        "named-graph-uri=1, ONE, false",
        "default-graph-uri=2&named-graph-uri=1, MIXED, true",
        "default-graph-uri=, ONE, true",
    })
    void graphs_are_named_by_the_request_in_each_way_to_send_it(String graphs, String query, boolean expected) {
        String named = graphs.replace("=1", "=" + encoded(ONE)).replace("=2", "=" + encoded(TWO));
        String text = switch (query) {
            case "ONE" -> "ASK { <x:one> ?p ?o }";
            case "BOTH" -> "ASK { <x:one> ?p ?o . <x:two> ?p ?q }";
            case "NAMED" -> "ASK { GRAPH ?g { <x:one> ?p ?o } }";
            default -> "ASK { <x:two> ?p ?o GRAPH <" + ONE + "> { <x:one> ?p ?q } }";
        };

        assertThat(truth(SERVER.get(get(text) + "&" + named))).isEqualTo(expected);
        assertThat(truth(SERVER.post("/sparql", FORM, "query=" + encoded(text) + "&" + named)))
                .isEqualTo(expected);
        assertThat(truth(SERVER.post("/sparql?" + named, QUERY, text))).isEqualTo(expected);
    }

    @Test
    void graphs_of_the_request_go_before_those_of_the_query() {
        String text = "ASK FROM <" + TWO + "> { <x:one> ?p ?o }";

        assertThat(truth(SERVER.get(get(text)))).isFalse();
        assertThat(truth(SERVER.get(get(text) + "&default-graph-uri=" + encoded(ONE))))
                .isTrue();
        assertThat(truth(SERVER.get(get("ASK FROM NAMED <" + ONE + "> { GRAPH ?g { <x:one> ?p ?o } }"))))
                .isTrue();
        assertThat(truth(SERVER.get(get("ASK FROM <urn:x-arq:UnionGraph> { <x:one> ?p ?o }"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "http://127.0.0.1:1/x",
                "https://w3id.org/zhice/graph/three",
                "java:java.lang.System",
                "jar:file:///a.jar!/b",
                "ftp://127.0.0.1/a",
                "data:text/turtle,",
                "relative"
            })
    void a_graph_that_is_not_here_is_told_and_never_fetched(String graph) {
        for (String path : new String[] {
            get("SELECT * FROM <" + graph + "> { ?s ?p ?o }"),
            get("SELECT * FROM NAMED <" + graph + "> { GRAPH ?g { ?s ?p ?o } }"),
            get(IN_DEFAULT) + "&default-graph-uri=" + encoded(graph),
            get(IN_DEFAULT) + "&named-graph-uri=" + encoded(graph)
        }) {
            assertThat(detail(SERVER.get(path), 400)).as(path).contains(graph, "nothing is loaded");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sparql?query=ASK%7B%7D&query=ASK%7B%7D, query",
        "/sparql?query=ASK%7B%7D&stylesheet=%22x, stylesheet",
        "/sparql?query=ASK%7B%7D&callback=cb, callback",
        "/sparql?query=ASK%7B%7D&force-accept=text/html, force-accept",
        "/sparql?query=ASK%7B%7D&using-graph-uri=x, using-graph-uri",
        "/sparql?Query=ASK%7B%7D, Query",
        "/sparql?foo=1, foo",
        "/sparql?query=ASK%7B%7D&format=json&output=xml, format/output/results",
        "/sparql?query=ASK%7B%7D&format=json&format=json, format",
        "/sparql?query=ASK%7B%7D&timeout=soon, timeout",
        "/sparql?query=ASK%7B%7D&lang=fr, lang",
        "/sparql?query=+, query",
        "/sparql?query, query"
    })
    void parameters_that_are_not_documented_or_cannot_be_are_named(String path, String parameter) {
        assertThat(detail(SERVER.get(path), 400)).contains(parameter);
    }

    @Test
    void a_query_is_sent_once_and_as_a_query() {
        assertThat(detail(SERVER.post("/sparql", FORM, ""), 400)).contains("no query");
        assertThat(detail(SERVER.post("/sparql", FORM, "query=ASK%7B%7D&query=ASK%7B%7D"), 400))
                .contains("query");
        assertThat(detail(SERVER.post("/sparql?query=ASK%7B%7D", QUERY, "ASK{}"), 400))
                .contains("query");
        assertThat(detail(SERVER.post("/sparql", "text/plain", "ASK{}"), 415)).contains("text/plain");
        assertThat(detail(SERVER.post("/sparql?lang=zh", "text/plain", "ASK{}"), 415))
                .startsWith("查询应以");
        assertThat(detail(SERVER.post("/sparql", "multipart/form-data; boundary=x", "--x--"), 415))
                .contains("multipart");
        assertThat(detail(SERVER.post("/sparql", QUERY, " "), 400)).contains("no query");
        assertThat(detail(SERVER.send("PUT", "/sparql"), 405)).contains("PUT");
    }

    @Test
    void text_is_sent_in_utf_8() {
        byte[] gbk = "SELECT (\"专利\" AS ?x) {}".getBytes(Charset.forName("GBK"));

        assertThat(detail(send(QUERY + "; charset=GBK", gbk), 415)).contains("GBK");
        assertThat(detail(send(QUERY, gbk), 400)).contains("C0", "place 12");
        assertThat(detail(send(FORM + "; charset=utf-16", gbk), 415)).contains("utf-16");
        assertThat(detail(send(QUERY + "; charset=utf-8; charset=GBK", gbk), 415))
                .contains("GBK");
        byte[] utf16 = "ASK {}".getBytes(StandardCharsets.UTF_16);
        assertThat(detail(send(QUERY + "; charset=UTF-16", utf16), 415)).contains("UTF-16");
        assertThat(detail(send(QUERY, utf16), 400)).contains("FE", "place 1");
        assertThat(detail(send(FORM, "query=%D7%A8%C0%FB".getBytes(StandardCharsets.US_ASCII)), 400))
                .contains("C0", "place 13");
        assertThat(detail(send(QUERY, "ASK {}\0".getBytes(StandardCharsets.US_ASCII)), 400))
                .contains("U+0000");
        assertThat(detail(SERVER.get("/sparql?query=%D7%A8%C0&lang=zh"), 400)).contains("不是 UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows  | json                            | application/sparql-results+json",
                "rows  | JSON                            | application/sparql-results+json",
                "rows  | application/sparql-results+json | application/sparql-results+json",
                "rows  | xml                             | application/sparql-results+xml",
                "rows  | csv                             | text/csv",
                "rows  | text/csv                        | text/csv",
                "rows  | tsv                             | text/tab-separated-values",
                "rows  | text                            | text/plain",
                "graph | turtle                          | text/turtle",
                "graph | ttl                             | text/turtle",
                "graph | n3                              | text/turtle",
                "graph | rdf+xml                         | application/rdf+xml",
                "graph | rdfxml                          | application/rdf+xml",
                "graph | rdf                             | application/rdf+xml",
                "graph | xml                             | application/rdf+xml",
                "graph | json-ld                         | application/ld+json",
                "graph | jsonld                          | application/ld+json",
                "graph | json                            | application/ld+json",
                "graph | nt                              | application/n-triples",
                "graph | n-triples                       | application/n-triples",
                "graph | ntriples                        | application/n-triples",
                "graph | trig                            | application/trig",
                "graph | n-quads                         | application/n-quads"
            })
    void forms_have_the_names_that_clients_send(String kind, String name, String type) {
        String query = kind.equals("rows") ? "SELECT * { <x:one> ?p ?o }" : "DESCRIBE <x:one>";
        for (String parameter : new String[] {"format", "output", "results"}) {
            HttpResponse<String> response = SERVER.get(get(query) + "&" + parameter + "=" + name);

            assertThat(response.statusCode()).as(parameter).isEqualTo(200);
            assertThat(type(response)).isEqualTo(type);
        }
        String all = "&format=" + encoded(name) + "&output=" + encoded(name) + "&results=" + encoded(name);
        assertThat(type(SERVER.get(get(query) + all, "Accept", "*/*"))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/CSV                                         | text/csv",
                "text/xml                                         | application/sparql-results+xml",
                "application/xml                                  | application/xml",
                "application/json                                 | application/json",
                "application/sparql-results+json;q=0, */*         | text/csv",
                "text/*;q=0.9, text/csv;q=0.1                     | text/tab-separated-values",
                "image/png, */*;q=0.1                             | application/sparql-results+json",
                "''                                               | application/sparql-results+json"
            })
    void media_types_are_weighed(String accept, String type) {
        assertThat(type(SERVER.get(get("SELECT * { <x:one> ?p ?o }"), "Accept", accept)))
                .isEqualTo(type);
    }

    @Test
    void who_names_no_form_gets_json_or_turtle() {
        assertThat(type(SERVER.get(get("SELECT * { <x:one> ?p ?o }")))).isEqualTo("application/sparql-results+json");
        assertThat(type(SERVER.get(get(IN_DEFAULT)))).isEqualTo("application/sparql-results+json");
        assertThat(type(SERVER.get(get("DESCRIBE <x:one>")))).isEqualTo("text/turtle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT * { <x:one> ?p ?o }", "ASK {}", "DESCRIBE <x:one>"})
    void what_is_no_form_of_an_answer_is_refused_with_those_that_are(String query) {
        assertThat(detail(SERVER.get(get(query), "Accept", "image/png"), 406)).contains("text/");
        assertThat(detail(SERVER.get(get(query) + "&format=png"), 400)).contains("text");
    }

    @Test
    void blank_nodes_have_labels_in_csv() {
        String body = SERVER.get(get("SELECT (BNODE() AS ?a) (\"x,y\" AS ?b) {}"), "Accept", "text/csv")
                .body();

        assertThat(body).isEqualTo("a,b\r\n_:b0,\"x,y\"\r\n");
    }

    @Test
    void rows_that_xml_cannot_hold_are_refused_in_xml_with_their_place() {
        String query = get("SELECT ?s ?o { GRAPH <" + TWO + "> { ?s ?p ?o } }");

        assertThat(detail(SERVER.get(query, "Accept", "application/sparql-results+xml"), 406))
                .contains("Row 1", "column o", "U+0001");
        assertThat(SERVER.get(query, "Accept", "text/csv").body()).contains("b\u0001");
    }

    @Test
    void who_will_not_wait_hears_how_long_it_was() {
        String query = get("SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z . ?d ?s ?w }");

        assertThat(detail(SERVER.get(query + "&timeout=1"), 503)).contains("1 seconds");
        assertThat(detail(SERVER.get(query + "&timeout=60"), 503)).contains("2 seconds");
    }

    @Test
    void a_graph_that_xml_cannot_hold_is_refused_in_xml_only() {
        assertThat(detail(SERVER.get(get("DESCRIBE <x:two>"), "Accept", "application/rdf+xml"), 406))
                .contains("Turtle");
        assertThat(SERVER.get(get("DESCRIBE <x:two>"), "Accept", "text/turtle").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_body_that_cannot_be_unpacked_is_told() {
        HttpResponse<String> response = SERVER.post("/sparql", QUERY, "ASK {}", "Content-Encoding", "gzip");

        assertThat(detail(response, 400)).contains("Content-Encoding");
        assertThat(detail(SERVER.post("/sparql", QUERY, "ASK {}", "Content-Encoding", "br"), 415))
                .contains("br");
    }

    @Test
    void update_is_refused_in_each_way_to_send_it() {
        String update = "INSERT DATA { <x:a> <x:b> 1 }";

        assertThat(detail(SERVER.get("/sparql?update=" + encoded(update)), 403)).contains("only answers");
        assertThat(detail(SERVER.post("/sparql", FORM, "update=" + encoded(update)), 403))
                .contains("only answers");
        assertThat(detail(SERVER.post("/sparql", "application/sparql-update", update), 403))
                .contains("only answers");
        assertThat(detail(SERVER.post("/sparql", QUERY, update), 400)).contains("line 1, column 1");
        assertThat(detail(SERVER.post("/sparql", QUERY, "LOAD <file:///etc/passwd>"), 400))
                .contains("line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ASK {}", "query=ASK%7B%7D", "update=CLEAR%20NAMED", "CLEAR NAMED"})
    void a_body_of_no_type_is_not_guessed_at(String body) {
        HttpResponse<String> response = SERVER.send(SERVER.request("/sparql").POST(BodyPublishers.ofString(body)));

        assertThat(detail(response, 400)).contains("no query");
        assertThat(detail(SERVER.post("/sparql", "text/plain", body), 415)).contains("text/plain");
    }

    @Test
    void graphs_of_an_update_are_refused_with_it() {
        String update = "WITH <x:a> DELETE { ?s ?p 'b' } INSERT { ?s ?p 'c' } WHERE { ?s ?p 'b' }";
        String path = "/sparql?using-named-graph-uri=" + encoded(ONE);

        assertThat(detail(SERVER.post(path, "application/sparql-update", update), 403))
                .contains("only answers");
        assertThat(detail(SERVER.post("/sparql", "application/sparql-update; charset=UTF-16", update), 403))
                .contains("only answers");
        assertThat(detail(SERVER.post("/sparql", FORM, "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT"), 403))
                .contains("only answers");
        assertThat(detail(SERVER.post("/sparql", FORM, "update=CLEAR%20XYZ"), 403))
                .contains("only answers");
        assertThat(truth(SERVER.get(get(IN_DEFAULT)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT (1 AS ?value) {}          | application/sparql-results+json",
                "ASK {}                           | application/sparql-results+json",
                "DESCRIBE <x:one>                 | text/turtle",
                "CONSTRUCT { <x:a> <x:b> 1 } { } | text/turtle"
            })
    void each_kind_of_query_has_a_kind_of_answer(String query, String type) {
        assertThat(type(SERVER.post("/sparql/?default-graph-uri=" + encoded(ONE), QUERY, query)))
                .isEqualTo(type);
    }

    private static HttpResponse<String> send(String type, byte[] body) {
        return SERVER.send(
                SERVER.request("/sparql").header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private static boolean truth(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.parse(response.body()).getBoolean("boolean");
    }

    static String detail(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return JSON.parse(response.body()).getString("detail");
    }

    private static String type(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    static String get(String query) {
        return "/sparql?query=" + encoded(query);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
