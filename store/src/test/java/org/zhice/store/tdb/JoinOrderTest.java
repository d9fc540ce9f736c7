package org.zhice.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.text.DatasetGraphText;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderTransformation;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Thirty actions amend, two draft; each is on one of sixteen instruments, the last on 商标法𠮷; each belongs to one of eight
 * tasks, and these to two plans.
 */
class JoinOrderTest {
    static {
        JenaSystem.init();
    }

    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");
    private static final int ACTIONS = 32;

    @TempDir
    Path root;

    private Path build;
    private DatasetGraph store;

    @BeforeEach
    void a_store_that_is_open() {
        build = new StoreFiles(root).fresh();
        DatasetGraph written = StoreConfig.open(CONFIG, build);
        StringBuilder quads = new StringBuilder();
        for (int i = 0; i < ACTIONS; i++) {
            String verb = i < 2 ? "draft" : "amend";
            String instrument = i % 16 == 15 ? "商标法𠮷" : String.valueOf(i % 16);
            quads.append(
                    "<x:g%d> { <x:action%d> <x:verb> <x:%s> ; <x:on> <x:%s> . <x:task%d> <x:calls> <x:action%d> . }%n"
                            .formatted(i % 3, i, verb, instrument, i % 8, i));
        }
        for (int i = 0; i < 8; i++) {
            quads.append("<x:g1> { <x:task%d> <x:in> <x:plan%d> } <x:g2> { <x:task%d> <x:in> <x:plan%d> }%n"
                    .formatted(i, i % 2, i, i % 2));
        }
        Txn.executeWrite(written, () -> {
            RDFParser.fromString(quads.toString(), Lang.TRIG).parse(written);
            assertThat(UnionGraph.write(written, build)).isEqualTo(3L * ACTIONS + 8);
        });
        StoreConfig.close(written);
        store = StoreConfig.open(CONFIG, build);
    }

    @AfterEach
    void close() {
        StoreConfig.close(store);
    }

    @Test
    void each_predicate_is_counted_with_its_frequent_objects() throws Exception {
        assertThat(Files.readAllLines(build.resolve(TripleCounts.FILE)))
                .containsExactly(
                        "<x:calls>\t32\t8\t32",
                        "<x:in>\t8\t8\t2",
                        "<x:on>\t32\t32\t16",
                        "<x:verb>\t32\t32\t2",
                        "<x:verb>\t<x:amend>\t30");
        assertThat(TripleCounts.read(build).triples()).isEqualTo(3L * ACTIONS + 8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            2 1   @ ?a <x:verb> <x:amend> . ?a <x:on> <x:商标法𠮷>
            1 2   @ ?a <x:on> <x:商标法𠮷> . ?a <x:verb> <x:amend>
            4 3 2 1 @ ?t <x:in> ?plan . ?t <x:calls> ?a . ?a <x:verb> <x:amend> . ?a <x:on> <x:商标法𠮷>
            2 1   @ ?a <x:verb> <x:amend> . ?a <x:on> ?i
            1 2   @ ?a <x:verb> <x:draft> . ?a <x:on> ?i
            2 3 1 @ ?a <x:on> ?i . ?b <x:verb> <x:draft> . ?b <x:on> ?i
            2 3 1 @ ?t <x:in> <x:plan0> . ?a <x:on> <x:商标法𠮷> . ?a <x:verb> ?verb
            3 1 2 @ ?s ?p ?o . ?o ?q ?v . <x:task1> <x:nothing> ?s
            1     @ ?s ?p ?o
            """)
    void what_leads_to_few_rows_comes_first_and_what_shares_nothing_last(String expected, String pattern) {
        var triples = ((OpBGP) Algebra.compile(
                        QueryFactory.create("SELECT * { " + pattern + " }").getQueryPattern()))
                .getPattern();

        List<Integer> order = order().reorder(triples).getList().stream()
                .map(triple -> triples.getList().indexOf(triple) + 1)
                .toList();

        assertThat(order.toString().replaceAll("[^0-9 ]", "")).isEqualTo(expected.strip());
    }

    @Test
    void queries_are_joined_by_it_and_answered() {
        assertThat(order()).isInstanceOf(JoinOrder.class);
        long rows = Txn.calculateRead(store, () -> {
            try (QueryExec exec = QueryExec.dataset(store)
                    .query("SELECT * { ?t <x:in> ?plan ; <x:calls> ?a . ?a <x:verb> <x:amend> ; <x:on> <x:商标法𠮷> }")
                    .build()) {
                return exec.select().stream().count();
            }
        });
        assertThat(rows).isEqualTo(2);
    }

    private ReorderTransformation order() {
        return TDBInternal.requireStorage(((DatasetGraphText) store).getWrapped())
                .getReorderTransform();
    }
}
