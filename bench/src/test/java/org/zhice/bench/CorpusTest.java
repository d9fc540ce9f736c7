package org.zhice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Loader;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.loader.tables.Tables;

class CorpusTest {
    private static final Home CHECKOUT = new Home(Path.of(System.getProperty("zhice.home")));

    @TempDir
    Path folder;

    @Test
    void a_corpus_of_three_copies_has_three_times_the_tasks_and_passes_every_check() throws Exception {
        Home larger = new Corpus(CHECKOUT, 1).write(folder, 3);
        assertThat(tasks(larger)).isEqualTo(3 * tasks(CHECKOUT));
        assertThat(new Loader(larger, Progress.NONE).check().quads()).isNotEmpty();
    }

    @Test
    void plans_are_of_places_and_years_that_the_seed_draws() throws Exception {
        List<String> once = documents(5, "once");
        assertThat(once).isEqualTo(documents(5, "again")).isNotEqualTo(documents(6, "other"));
        // Three plans are shipped; each of nineteen copies has an issuer and years of its own.
        assertThat(once.stream().map(row -> row.split(",", -1)[2]).distinct()).hasSizeGreaterThan(10);
        assertThat(once.stream().filter(row -> row.contains("office-of-"))).hasSize(3 * 19);
        assertThat(once.stream().filter(row -> row.contains("office-of-") && row.contains("市知识产权办公室")))
                .isNotEmpty();
        assertThat(once.stream().filter(row -> row.contains("office-of-") && row.contains("省知识产权办公室")))
                .isNotEmpty();
    }

    private List<String> documents(long seed, String name) throws Exception {
        Path own = Files.createDirectory(folder.resolve(name));
        return Files.readAllLines(
                new Corpus(CHECKOUT, seed).write(own, 20).tables().resolve("document.csv"));
    }

    private static long tasks(Home home) {
        return Tables.read(home).list().stream()
                .filter(table -> table.name().equals("task"))
                .mapToLong(table -> table.rows().size())
                .sum();
    }
}
