package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhice.loader.input.Home;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.Contract;
import org.zhice.query.contract.Verdict;
import org.zhice.query.contract.Verdict.Outcome;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.memory.MemoryReleases;

/** Every saved query against the shipped data and the answer that was worked out from the documents. */
class SavedQueriesTest {
    private static final Home HOME = new Home(Path.of(System.getProperty("zhice.home")));
    private static final SavedQueries QUERIES = SavedQueries.read(HOME.queries());

    private static Releases releases;

    @BeforeAll
    static void the_shipped_data() {
        releases = MemoryReleases.of(Shipped.graph().quads(), Limits.read(HOME.config()));
    }

    @Test
    void there_are_at_least_forty() {
        assertThat(QUERIES.all()).hasSizeGreaterThanOrEqualTo(40);
    }

    @TestFactory
    Stream<DynamicTest> each_is_strict_sparql_1_1() {
        return QUERIES.all().stream()
                .map(query ->
                        dynamicTest(query.id(), () -> QueryFactory.create(query.sparql(), Syntax.syntaxSPARQL_11)));
    }

    @TestFactory
    Stream<DynamicTest> each_gives_the_answer_worked_out_from_the_documents() {
        return QUERIES.all().stream()
                .filter(query -> !query.needsNet())
                .map(query -> dynamicTest(query.id(), () -> check(query)));
    }

    private static void check(SavedQuery query) {
        assertThat(query.expected().restsOn().isEmpty())
                .as("nothing that it rests on")
                .isFalse();
        Verdict verdict = releases.read(release -> Contract.run(query, release));
        assertThat(verdict.outcome()).as(verdict.difference().toString()).isEqualTo(Outcome.PASSED);
    }
}
