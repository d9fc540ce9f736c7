package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Loader;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.store.tdb.StoreConfig;

/** Every query of the guide finds something in the shipped data. */
class GuideTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));

    @TempDir
    static Path folder;

    private static DatasetGraph store;

    @BeforeAll
    static void a_store() {
        Home home = new Home(CHECKOUT).copyTo(folder);
        store = StoreConfig.open(
                home.config(), new Loader(home, Progress.NONE).build().build());
    }

    @AfterAll
    static void close() {
        StoreConfig.close(store);
    }

    @TestFactory
    Stream<DynamicTest> each_query_of_the_guide_has_an_answer() throws Exception {
        String guide = Files.readString(CHECKOUT.resolve("docs/guide.md"));
        String prefixes = blocks(guide, "text").get(0);
        List<String> queries = blocks(guide, "sparql");
        assertThat(queries).hasSize(10);
        return queries.stream()
                .map(query -> dynamicTest(query.lines().findFirst().orElseThrow(), () -> answers(prefixes + query)));
    }

    private static void answers(String sparql) {
        boolean found = Txn.calculateRead(store, () -> {
            try (QueryExec exec = QueryExec.dataset(store).query(sparql).build()) {
                return exec.select().hasNext();
            }
        });
        assertThat(found).as(sparql).isTrue();
    }

    private static List<String> blocks(String markdown, String language) {
        return Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
                .matcher(markdown)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
