package org.zhice.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Progress;
import org.zhice.loader.text.SourceFile;
import org.zhice.loader.text.Texts;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.StoreFiles;

class LoaderTest {
    @TempDir
    static Path folder;

    private static Home home;
    private static Loader loader;
    private static boolean isStaleAtFirst;
    private static Summary summary;

    /** One build for all: each takes some ten seconds. */
    @BeforeAll
    static void a_copy_of_the_content_is_built() {
        home = Checkout.copyTo(folder.resolve("checkout"));
        loader = new Loader(home, Progress.NONE);
        isStaleAtFirst = loader.isStale();
        summary = loader.build();
    }

    @AfterEach
    void the_content_is_as_it_was() throws IOException {
        FileUtils.copyDirectory(Checkout.home().tables().toFile(), home.tables().toFile());
        FileUtils.deleteDirectory(home.texts().toFile());
        if (loader.isStale()) {
            summary = loader.build();
        }
    }

    @Test
    void two_builds_give_the_same_sorted_n_quads_byte_by_byte() throws Exception {
        Path first = summary.build().resolve(StoreBuilder.NQUADS);
        Path second = loader.build().build().resolve(StoreBuilder.NQUADS);
        assertThat(first).isNotEqualTo(second);
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
        List<String> lines = Files.readAllLines(second);
        List<String> sorted = new ArrayList<>(lines);
        Collections.sort(sorted);
        assertThat(lines).isNotEmpty().doesNotHaveDuplicates().isEqualTo(sorted);
    }

    @Test
    void the_store_holds_what_the_n_quads_hold_and_the_summary_counts_it() {
        DatasetGraph nquads = RDFDataMgr.loadDatasetGraph(
                summary.build().resolve(StoreBuilder.NQUADS).toUri().toString());
        DatasetGraph store = StoreConfig.open(home.config(), summary.build());
        try {
            assertThat(Txn.calculateRead(store, () -> store.getDefaultGraph().size()))
                    .isEqualTo(
                            (int) nquads.stream().map(Quad::asTriple).distinct().count())
                    .isLessThan((int) summary.quads());
            long quads =
                    Txn.calculateRead(store, () -> Iter.count(store.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
            assertThat(quads)
                    .isEqualTo(summary.quads())
                    .isEqualTo(nquads.stream().count());
            assertThat(summary.graphs())
                    .isEqualTo(nquads.stream()
                            .map(quad -> quad.getGraph())
                            .distinct()
                            .count());
            assertThat(nquads.getDefaultGraph().isEmpty()).isTrue();
        } finally {
            StoreConfig.close(store);
        }
        assertThat(StoreBuilder.check(home, summary.build()))
                .as("every literal is printed in the store as in the N-Quads, and all parts agree")
                .isEmpty();
    }

    @Test
    void a_build_keeps_the_tables_that_it_was_made_from() throws Exception {
        Path tables = summary.build().resolve(StoreFiles.TABLES);
        String reviewedAreas = Files.readString(home.tables().resolve("area.csv"));
        Checkout.edit(home, "area", text -> text + "zz,country,,日本𠮷,Z,,\n");

        assertThat(tables.resolve("area.csv")).hasContent(reviewedAreas);
        try (var kept = Files.list(tables);
                var reviewed = Files.list(home.tables())) {
            assertThat(kept.map(Path::getFileName))
                    .hasSizeGreaterThan(30)
                    .containsExactlyInAnyOrderElementsOf(
                            reviewed.map(Path::getFileName).toList());
        }
    }

    @Test
    void a_store_is_stale_when_a_table_changed_and_fresh_after_a_build() {
        assertThat(isStaleAtFirst).isTrue();
        assertThat(loader.isStale()).isFalse();
        Checkout.edit(home, "area", text -> text.replace("China", "China "));
        assertThat(loader.isStale()).isTrue();
    }

    @Test
    void a_store_is_stale_when_a_text_was_added_or_belongs_to_another_document() throws Exception {
        Path file = Files.writeString(folder.resolve("tea.txt"), "𠮷村茶会供各方参照");
        Texts.of(home).add(SourceFile.read(file), "plan-2031", false);
        assertThat(loader.isStale()).isTrue();
        loader.build();
        assertThat(loader.isStale()).isFalse();
        Files.move(home.texts().resolve("plan-2031"), home.texts().resolve("plan-2032"));
        assertThat(loader.isStale()).isTrue();
    }

    @Test
    void a_wrong_cell_stops_the_build_and_the_old_store_stays() throws Exception {
        Path good = home.stores().current().orElseThrow();
        Checkout.edit(home, "observation", text -> text.replaceFirst("level", "levle"));
        InputException wrong = catchThrowableOfType(InputException.class, loader::build);
        assertThat(wrong).hasMessageContaining("column statistic: found \"levle\"");
        assertThat(home.stores().current()).contains(good);
    }

    @Test
    void a_printed_name_of_another_agency_is_found_in_its_row_and_column() {
        Checkout.edit(home, "responsibility", text -> text.replace("2023-004,3,nfga,国家林草局", "2023-004,3,nfga,𠮷林草局"));
        assertThat(catchThrowableOfType(InputException.class, loader::check))
                .hasMessageMatching("data/tables/responsibility\\.csv:\\d+ column printed_name: found \"𠮷林草局\".*");
    }

    @Test
    void a_wrong_number_of_tasks_is_found_in_the_row_of_the_plan() {
        Checkout.edit(home, "document", text -> text.replaceFirst(",106(?=,)", ",107"));
        assertThat(catchThrowableOfType(InputException.class, loader::check))
                .hasMessageContaining("data/tables/document.csv:2 column task_count");
    }
}
