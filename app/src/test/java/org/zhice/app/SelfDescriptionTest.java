package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.app.contract.QueryContract;
import org.zhice.loader.input.Home;
import org.zhice.store.Limits;

/** What the real dataset says of itself, against rows counted in the tables. */
class SelfDescriptionTest {
    private static final Home HOME = new Home(Path.of(System.getProperty("zhice.home")));

    private static final Collection<Quad> CONTENT = new QueryContract(HOME)
            .content(Shipped.graph().releases(Limits.read(HOME.config())), Shipped.graph()::without);

    @ParameterizedTest
    @CsvSource({
        "Task, task",
        "Section, section",
        "Metric, metric",
        "Responsibility, responsibility",
        "Continuation, continuity"
    })
    void a_class_has_as_many_things_as_its_table_has_rows(String type, String table) {
        assertThat(rows("SELECT ?n { ?part void:class <https://w3id.org/zhice/ontology#" + type
                        + "> ; void:entities ?n }"))
                .containsExactly(String.valueOf(lines(table)));
    }

    @Test
    void links_and_codes_are_as_many_as_the_rows_of_their_table() throws IOException {
        int links = rows("SELECT ?n { ?set a void:Linkset ; void:triples ?n }").stream()
                .mapToInt(Integer::parseInt)
                .sum();
        try (Stream<String> rows = Files.lines(HOME.tables().resolve("link.csv"))) {
            assertThat(links)
                    .isEqualTo((int) rows.filter(row -> !row.contains(",dcterms:identifier,"))
                                    .count()
                            - 1);
        }
    }

    @Test
    void every_linkset_has_a_row_in_the_table_of_samples() {
        assertThat(rows("SELECT ?set { ?set a void:Linkset }")).hasSize((int) lines("linkset"));
    }

    @Test
    void an_editor_finds_each_saved_query_once_and_what_to_complete_from() throws IOException {
        long files;
        try (Stream<Path> all = Files.walk(HOME.queries())) {
            files = all.filter(file -> file.toString().endsWith(".rq")).count();
        }
        assertThat(
                        rows(
                                "SELECT ?query ?comment { ?query a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select ?text }"))
                .hasSize((int) files);
        assertThat(rows("SELECT ?prefix { [] sh:prefix ?prefix ; sh:namespace ?namespace }"))
                .contains("agency", "task", "document", "campaign", "zc", "skos");
        assertThat(rows("""
                SELECT ?n { [] void:class <https://w3id.org/zhice/ontology#Task> ; void:propertyPartition ?of .
                  ?of void:property <https://w3id.org/zhice/ontology#leadAgency> ; void:triples ?n ;
                    void:classPartition [ void:class <https://w3id.org/zhice/ontology#Agency> ] }""")).hasSize(1);
    }

    @Test
    void nothing_in_it_is_a_blank_node_or_stands_outside_a_graph() {
        assertThat(CONTENT)
                .hasSizeGreaterThan(1_000)
                .noneMatch(
                        quad -> quad.getSubject().isBlank() || quad.getObject().isBlank() || quad.isDefaultGraph());
    }

    private static long lines(String table) {
        try {
            return Files.readAllLines(HOME.tables().resolve(table + ".csv")).size() - 1L;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows(String query) {
        String prefixes = """
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX void: <http://rdfs.org/ns/void#>
                """;
        Graph graph = GraphFactory.createDefaultGraph();
        CONTENT.forEach(quad -> graph.add(quad.asTriple()));
        try (QueryExec exec = QueryExec.graph(graph).query(prefixes + query).build()) {
            return exec.select().stream()
                    .map(row -> row.get(exec.getQuery().getProjectVars().get(0)))
                    .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                    .toList();
        }
    }
}
