package org.zhice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
        Home larger = new Corpus(CHECKOUT).write(folder, 3);
        assertThat(tasks(larger)).isEqualTo(3 * tasks(CHECKOUT));
        assertThat(new Loader(larger, Progress.NONE).check().quads()).isNotEmpty();
    }

    private static long tasks(Home home) {
        return Tables.read(home).list().stream()
                .filter(table -> table.name().equals("task"))
                .mapToLong(table -> table.rows().size())
                .sum();
    }
}
