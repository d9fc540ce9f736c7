package org.zhice.store.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.store.Limits;
import org.zhice.store.arq.ArqRelease;
import org.zhice.store.federation.Federation;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.UnionGraph;

class ImageTest {
    static {
        JenaSystem.init();
    }

    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");
    private static final Limits LIMITS = Limits.read(CONFIG);
    private static final int QUERIES = Integer.getInteger("zhice.queries", 150);
    private static final int MOST_ROWS = 5_000;
    private static final long ROOM = 1 << 24;

    @TempDir
    Path build;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void answers_queries_at_random_as_the_store_does(long seed) {
        RandomQuery random = new RandomQuery(new Random(seed));
        DatasetGraph store = store(random);
        try {
            List<String> queries = new ArrayList<>();
            List<List<String>> expected = new ArrayList<>();
            while (queries.size() < QUERIES) {
                String query = random.query();
                long empty = expected.stream().filter(List::isEmpty).count();
                answer(store, query)
                        .filter(rows -> !rows.isEmpty() || empty < QUERIES / 4)
                        .ifPresent(rows -> {
                            queries.add(query);
                            expected.add(rows);
                        });
            }
            assertThat(Images.put(store, ROOM, () -> true).state()).isEqualTo(Images.State.IMAGE);

            for (int i = 0; i < QUERIES; i++) {
                assertThat(rows(store, queries.get(i)))
                        .as(queries.get(i))
                        .containsExactlyInAnyOrderElementsOf(expected.get(i));
            }
        } finally {
            StoreConfig.close(store);
        }
    }

    private DatasetGraph store(RandomQuery random) {
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        ArqRelease.guard(store, new Federation(LIMITS), LIMITS);
        Txn.executeWrite(store, () -> {
            for (int i = 0; i < 150; i++) {
                UpdateExec.dataset(store)
                        .update("INSERT DATA { " + random.quad() + " }")
                        .execute();
            }
            UnionGraph.write(store, build);
        });
        return store;
    }

    /** None if there are too many rows, or if ARQ itself fails: it does so where a path meets a literal as predicate. */
    private static Optional<List<String>> answer(DatasetGraph store, String query) {
        try {
            return Optional.of(rows(store, query)).filter(rows -> rows.size() < MOST_ROWS);
        } catch (ARQException | NullPointerException e) {
            return Optional.empty();
        }
    }

    static List<String> rows(DatasetGraph store, String query) {
        List<String> rows = new ArrayList<>();
        Txn.executeRead(store, () -> {
            try (QueryExec exec = QueryExec.dataset(Images.of(store))
                    .query(query, Syntax.syntaxSPARQL_11)
                    .context(store.getContext().copy())
                    .build()) {
                RowSet found = exec.select();
                while (found.hasNext() && rows.size() < MOST_ROWS) {
                    rows.add(text(found.next()));
                }
            }
        });
        return rows;
    }

    private static String text(Binding row) {
        TreeMap<String, String> cells = new TreeMap<>();
        row.forEach((column, term) -> cells.put(column.getName(), NodeFmtLib.strNT(term)));
        return cells.toString();
    }
}
