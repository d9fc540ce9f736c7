package org.zhice.store.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhice.store.image.ImageTest.rows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.store.Calls;
import org.zhice.store.Limits;
import org.zhice.store.Memo;
import org.zhice.store.QueryCostException;
import org.zhice.store.Result;
import org.zhice.store.arq.ArqRelease;
import org.zhice.store.federation.Federation;
import org.zhice.store.image.Images.State;
import org.zhice.store.tdb.LiveReleases;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.UnionGraph;

class ImagesTest {
    static {
        JenaSystem.init();
    }

    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");
    private static final Limits LIMITS = Limits.read(CONFIG);
    private static final long ROOM = 1 << 24;

    @TempDir
    Path build;

    private DatasetGraph store;

    @BeforeEach
    void a_store_of_two_graphs_that_share_a_triple() {
        store = StoreConfig.open(CONFIG, build);
        ArqRelease.guard(store, new Federation(LIMITS), LIMITS);
        update("INSERT DATA { GRAPH <x:g> { <x:a> <x:p> 1, '𠮷林' . <x:b> <x:p> 1.0 }"
                + " GRAPH <x:h> { <x:a> <x:p> 1 . <x:b> <x:q> <x:g> } }");
    }

    @AfterEach
    void close() {
        StoreConfig.close(store);
    }

    @Test
    void a_triple_of_two_graphs_is_there_once_and_in_each() {
        put();
        assertThat(rows(store, "SELECT * { <x:a> <x:p> 1 }")).hasSize(1);
        assertThat(rows(store, "SELECT * { GRAPH ?g { <x:a> <x:p> 1 } }"))
                .containsExactlyInAnyOrder("{g=<x:g>}", "{g=<x:h>}");
        assertThat(rows(store, "SELECT * { ?s <x:p> 1 . ?t <x:p> 1.0 }")).containsExactly("{s=<x:a>, t=<x:b>}");
    }

    @Test
    void graphs_are_named_for_each_row() {
        put();
        assertThat(rows(store, "SELECT ?g { GRAPH ?g { } }")).containsExactlyInAnyOrder("{g=<x:g>}", "{g=<x:h>}");
        assertThat(rows(store, "SELECT * { ?s <x:q> ?g GRAPH ?g { } }")).containsExactly("{g=<x:g>, s=<x:b>}");
        assertThat(rows(store, "SELECT * { GRAPH <x:none> { } }")).isEmpty();
        assertThat(rows(store, "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }"))
                .isEmpty();
    }

    @Test
    void picked_graphs_are_those_alone() {
        put();
        Txn.executeRead(store, () -> {
            DatasetGraph picked = DynamicDatasets.dynamicDataset(
                    DatasetDescription.create(List.of("x:h"), List.of("x:g")), Images.of(store), false);
            assertThat(rows(picked, "SELECT * { ?s ?p ?o }")).hasSize(2);
            assertThat(rows(picked, "SELECT * { GRAPH ?g { ?s ?p 1 } }"))
                    .containsExactly("{g=<x:g>, p=<x:p>, s=<x:a>}");
        });
    }

    @Test
    void graphs_that_a_query_names_with_from_are_picked_from_the_store_and_from_its_image() {
        assertPicked();
        put();
        assertPicked();
    }

    private void assertPicked() {
        assertThat(select(LIMITS, "SELECT * FROM <x:h> { ?s ?p ?o }").rows()).hasSize(2);
        assertThat(select(LIMITS, "SELECT * FROM <x:g> FROM <x:h> { ?s <x:p> 1 }")
                        .rows())
                .hasSize(1);
        assertThat(select(LIMITS, "SELECT * FROM NAMED <x:g> { GRAPH ?g { ?s ?p ?o } }")
                        .rows())
                .hasSize(3);
        assertThat(select(LIMITS, "SELECT * FROM <x:none> { ?s ?p ?o }").rows()).isEmpty();
    }

    /** Of what the release does not have, too: each such term is one by itself. */
    @Test
    void groups_are_counted_by_term() {
        assertCounted();
        put();
        assertCounted();
    }

    private void assertCounted() {
        String query = "SELECT ?k (COUNT(*) AS ?n) (COUNT(?o) AS ?m) (COUNT(DISTINCT ?o) AS ?d) {"
                + " { ?s <x:p> ?o BIND(IF(ISNUMERIC(?o), '𠮷', <x:a>) AS ?k) } UNION { VALUES ?k { <x:a> UNDEF } }"
                + " UNION { VALUES (?k ?o) { ('𠮷' 1.0) ('𠮷' 7) (UNDEF 7) } } } GROUP BY ?k";
        assertThat(rows(store, query))
                .containsExactlyInAnyOrder(
                        row("2", "k=<x:a>, ", "1", "1"), row("4", "k=\"𠮷\", ", "4", "3"), row("2", "", "1", "1"));
        assertThat(rows(store, "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?o) AS ?d) { <x:none> ?p ?o }"))
                .containsExactly("{d=" + integer("0") + ", n=" + integer("0") + "}");
    }

    private static String row(String rows, String key, String values, String different) {
        return "{d=" + integer(different) + ", " + key + "m=" + integer(values) + ", n=" + integer(rows) + "}";
    }

    private static String integer(String number) {
        return "\"" + number + "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
    }

    @Test
    void a_pattern_that_may_fail_or_must_not_match_is_joined_by_numbers() {
        put();
        assertThat(rows(store, "SELECT * { ?s <x:p> ?o OPTIONAL { ?s <x:q> ?g FILTER(?o = 1) } }"))
                .containsExactlyInAnyOrder(
                        "{o=" + integer("1") + ", s=<x:a>}",
                        "{o=\"𠮷林\", s=<x:a>}",
                        "{g=<x:g>, o=\"1.0\"^^<http://www.w3.org/2001/XMLSchema#decimal>, s=<x:b>}");
        assertThat(rows(store, "SELECT ?s { ?s <x:p> ?o FILTER NOT EXISTS { ?s <x:q> ?g FILTER(?o = 1) } }"))
                .hasSize(2);
        assertThat(rows(store, "SELECT * { VALUES ?s { <x:b> } OPTIONAL { ?s <x:none> ?o } }"))
                .containsExactly("{s=<x:b>}");
    }

    @Test
    void the_store_answers_where_the_image_would_be_too_large_or_nobody_wants_it() {
        Images.Outcome outcome = Images.put(store, 300, () -> true);
        assertThat(outcome.state()).isEqualTo(State.LARGE);
        assertThat(outcome.limit()).isEqualTo(300);
        assertThat(Images.put(store, 0, () -> true).state()).isEqualTo(State.FILES);
        assertThat(Images.put(store, ROOM, () -> false).state()).isEqualTo(State.FILES);
        assertThat(rows(store, "SELECT * { ?s ?p ?o }")).hasSize(4);
    }

    @Test
    void a_store_with_triples_outside_all_graphs_answers_itself() {
        update("INSERT DATA { <x:c> <x:p> 2 }");
        assertThat(Images.put(store, ROOM, () -> true).state()).isEqualTo(State.FILES);
    }

    /** Seen by what is written after the image was made. */
    @Test
    void once_the_image_is_gone_the_store_answers() {
        put();
        update("INSERT DATA { GRAPH <x:g> { <x:c> <x:p> 3 } }");
        assertThat(rows(store, "SELECT * { ?s ?p ?o }")).hasSize(4);
        Images.remove(store);
        assertThat(rows(store, "SELECT * { ?s ?p ?o }")).hasSize(5);
    }

    @Test
    void a_query_ends_when_its_time_is_up_or_it_holds_too_much() {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            values.append(" <x:d").append(i).append("> <x:p> ").append(i).append(" .");
        }
        update("INSERT DATA { GRAPH <x:g> {" + values + " } }");
        put();
        String product =
                "SELECT * { ?a <x:p> ?b . ?c <x:p> ?d . ?e <x:p> ?f . ?g <x:p> ?h FILTER(?b + ?d + ?f + ?h < 0) }";
        assertThatThrownBy(() -> select(LIMITS.within(Duration.ofMillis(300)), product))
                .isInstanceOf(QueryCancelledException.class);
        assertThatThrownBy(() -> select(LIMITS, "SELECT * { ?a <x:p> ?b . ?c <x:p> ?d . ?e <x:p> ?f } ORDER BY ?b"))
                .isInstanceOf(QueryCostException.class);
    }

    /** They are no terms of the release, so that each is held as it is. */
    @ParameterizedTest
    @ValueSource(
            strings = {"SELECT (COUNT(DISTINCT ?text) AS ?n) {%s}", "SELECT ?text (COUNT(*) AS ?n) {%s} GROUP BY ?text"
            })
    void texts_that_a_query_makes_are_weighed_when_they_are_counted(String query) {
        StringBuilder values = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            values.append(" <x:d").append(i).append("> <x:p> ").append(i).append(" .");
        }
        update("INSERT DATA { GRAPH <x:g> {" + values + " } }");
        put();
        String made =
                "?a <x:p> ?b . ?c <x:p> ?d BIND(CONCAT(STR(?b), '/', STR(?d), '" + "𠮷".repeat(1_000) + "') AS ?text)";
        assertThatThrownBy(() -> select(LIMITS, query.formatted(made))).isInstanceOf(QueryCostException.class);
    }

    @Test
    void values_that_are_no_terms_of_the_release_are_counted_too() {
        assertMadeValuesCounted();
        put();
        assertMadeValuesCounted();
    }

    private void assertMadeValuesCounted() {
        assertThat(rows(
                        store,
                        "SELECT (COUNT(?t) AS ?n) (COUNT(DISTINCT ?t) AS ?m)"
                                + " { ?s <x:p> ?o BIND(IF(?s = <x:a>, '𠮷made', ?none) AS ?t) }"))
                .containsExactly(
                        "{m=\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>, n=\"2\"^^<http://www.w3.org/2001/XMLSchema#integer>}");
    }

    /** Else the first pages would ask the files at the side of the thread that reads them into memory. */
    @Test
    void whoever_reads_first_waits_for_the_image() {
        LiveReleases releases = new LiveReleases(store, "build", LIMITS);
        State seen = releases.read(release -> releases.image().state());
        assertThat(seen).isEqualTo(State.IMAGE);
    }

    private Result select(Limits limits, String query) {
        return Txn.calculateRead(
                store,
                () -> new ArqRelease(Images.of(store), "", limits, new Memo(), new Calls())
                        .select(QueryFactory.create(query)));
    }

    private void put() {
        assertThat(Images.put(store, ROOM, () -> true).state()).isEqualTo(State.IMAGE);
    }

    private void update(String text) {
        Txn.executeWrite(store, () -> {
            UpdateExec.dataset(store).update(text).execute();
            UnionGraph.write(store, build);
        });
    }
}
