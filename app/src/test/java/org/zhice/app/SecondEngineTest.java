package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.input.Home;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.Contract;
import org.zhice.query.contract.Verdict;
import org.zhice.query.contract.Verdict.Outcome;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.Result;
import org.zhice.store.memory.MemoryReleases;
import org.zhice.store.remote.RemoteReleases;

/** The saved queries as they are sent to an engine that shares no code with ours. */
class SecondEngineTest {
    private static final Home HOME = new Home(Path.of(System.getProperty("zhice.home")));
    private static final Limits LIMITS = Limits.read(HOME.config());

    private static Rdf4jHost host;
    private static Releases rdf4j;
    private static Releases jena;

    @BeforeAll
    static void the_shipped_data_in_both() throws Exception {
        KnowledgeGraph graph = Shipped.graph();
        jena = MemoryReleases.of(graph.quads(), LIMITS);
        host = new Rdf4jHost(graph.nquads());
        rdf4j = new RemoteReleases(host.url(), LIMITS);
        assertThat(host.size()).isEqualTo(graph.quads().size());
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @TestFactory
    Stream<DynamicTest> each_gives_the_same_answer() {
        List<SavedQuery> portable = SavedQueries.read(HOME.queries()).all().stream()
                .filter(query -> !query.sparql().contains("text:query") && !query.needsNet())
                .toList();
        assertThat(portable).hasSizeGreaterThan(40);
        return portable.stream().map(query -> dynamicTest(query.id(), () -> compare(query)));
    }

    private static void compare(SavedQuery query) {
        Verdict verdict = rdf4j.read(release -> Contract.run(query, release));
        assertThat(verdict.outcome()).as(verdict.difference().toString()).isEqualTo(Outcome.PASSED);
        assertThat(texts(rdf4j.read(release -> query.run(release, Map.of()))))
                .isEqualTo(texts(jena.read(release -> query.run(release, Map.of()))));
    }

    private static List<List<String>> texts(Result result) {
        return result.rows().stream()
                .map(row -> result.columns().stream()
                        .map(column -> text(row.get(column)))
                        .toList())
                .toList();
    }

    /** A number by its value: 1.50 and 1.5 are the same answer. */
    private static String text(Node node) {
        if (node == null) {
            return "";
        }
        return Result.isNumber(node)
                ? new BigDecimal(node.getLiteralLexicalForm())
                        .stripTrailingZeros()
                        .toPlainString()
                : node.toString();
    }
}
