package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhice.loader.Home;
import org.zhice.loader.Loader;
import org.zhice.loader.Progress;
import org.zhice.server.query.Result;
import org.zhice.server.query.SavedQueries;
import org.zhice.server.query.SavedQuery;

/** Every saved query against the shipped data and the answer that was worked out from the documents. */
class SavedQueriesTest {
    private static final Home HOME = new Home(Path.of(System.getProperty("zhice.home")));
    private static final SavedQueries QUERIES = SavedQueries.read(HOME.queries());
    private static final DatasetGraph RELEASE = DatasetGraphFactory.createTxnMem();

    @BeforeAll
    static void the_shipped_data() {
        RELEASE.executeWrite(() -> new Loader(HOME, Progress.NONE)
                .check()
                .quads()
                .forEach(quad -> RELEASE.getDefaultGraph().add(quad.asTriple())));
    }

    @Test
    void there_are_at_least_twelve() {
        assertThat(QUERIES.all()).hasSizeGreaterThanOrEqualTo(12);
    }

    @TestFactory
    Stream<DynamicTest> each_is_strict_sparql_1_1() {
        return QUERIES.all().stream()
                .map(query ->
                        dynamicTest(query.id(), () -> QueryFactory.create(query.sparql(), Syntax.syntaxSPARQL_11)));
    }

    @TestFactory
    Stream<DynamicTest> each_gives_the_answer_worked_out_from_the_documents() {
        return QUERIES.all().stream().map(query -> dynamicTest(query.id(), () -> check(query)));
    }

    private static void check(SavedQuery query) throws Exception {
        assertThat(query.expect()).as("an expectation").isNotEmpty();
        assertThat(query.restsOn().isEmpty()).as("nothing that it rests on").isFalse();
        Result result = query.run(RELEASE, Map.of());
        if (query.expect().matches("\\d+")) {
            assertThat(result.rows()).hasSize(Integer.parseInt(query.expect()));
            return;
        }
        List<Map<String, String>> expected = Answers.rows(query.expected());
        assertThat(expected).isNotEmpty();
        assertThat(rows(result, expected.get(0).keySet())).containsExactlyElementsOf(expected);
    }

    /** The rows of a result, of each only the columns that the expectation speaks of. */
    private static List<Map<String, String>> rows(Result result, Set<String> columns) {
        return result.rows().stream()
                .map(row -> {
                    Map<String, String> cells = new LinkedHashMap<>();
                    columns.forEach(column -> cells.put(column, text(row.get(column))));
                    return cells;
                })
                .toList();
    }

    /** A literal's text; of an entity the last two segments, such as {@code agency/cnipa}. */
    private static String text(Node node) {
        if (node == null) {
            return "";
        }
        return node.isLiteral()
                ? node.getLiteralLexicalForm()
                : node.getURI().replaceFirst("^https://w3id.org/zhice/(id/)?", "");
    }
}
