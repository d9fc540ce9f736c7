package org.zhice.store.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.store.dump.Manifest.Answer;

class DumpsTest {
    private static final Instant FIRST = Instant.parse("2031-05-01T08:00:00.120Z");
    private static final String CHECKSUM = "0".repeat(64);

    @TempDir
    Path folder;

    @Test
    void without_a_folder_there_is_no_release() {
        Dumps dumps = Dumps.in(folder);

        assertThat(dumps.manifests()).isEmpty();
        assertThat(dumps.find("00000000000a")).isEmpty();
        assertThat(dumps.dumps("00000000000a")).isEmpty();
        assertThat(dumps.isKept("00000000000a")).isFalse();
    }

    @Test
    void a_manifest_is_read_as_it_was_written() {
        Dumps dumps = Dumps.in(folder);
        Manifest manifest = new Manifest(
                "00000000000a",
                FIRST,
                "0.1.0",
                7,
                5,
                Map.of("https://w3id.org/zhice/graph/𠮷", 7L),
                Map.of("https://w3id.org/zhice/ontology#Task", 2L),
                Map.of("tasks", new Answer(2, CHECKSUM)),
                List.of(new DumpFile("zhice-00000000000a.nq.gz", 5_000_000_000L, CHECKSUM)));

        dumps.list(manifest);

        assertThat(dumps.find("00000000000a")).contains(manifest);
        assertThat(dumps.manifests()).containsExactly(manifest);
    }

    @Test
    void a_release_is_issued_after_all_others_even_if_the_clock_is_set_back() {
        Dumps dumps = Dumps.in(folder);
        assertThat(dumps.nextIssue()).isBeforeOrEqualTo(Instant.now());
        publish(dumps, 0);
        Instant newest = dumps.manifests().get(0).issued();

        assertThat(newest).isAfter(Instant.parse("2031-01-01T00:00:00Z"));
        assertThat(dumps.nextIssue()).isEqualTo(newest.plusMillis(1));
    }

    @Test
    void a_file_that_cannot_be_written_leaves_no_half_of_it() {
        Dumps dumps = Dumps.in(folder);

        assertThatThrownBy(() -> dumps.write("full", file -> {
                    Files.writeString(file, "𠮷");
                    throw new IOException("no space");
                }))
                .hasMessageContaining("no space");
        assertThat(dumps.folder()).isEmptyDirectory();
    }

    @Test
    void the_newest_dumps_stay_and_every_release_stays_listed_the_newest_first() {
        Dumps dumps = Dumps.in(folder);
        List<String> releases = new ArrayList<>();
        for (int i = 0; i < Dumps.KEPT + 3; i++) {
            releases.add(0, publish(dumps, i));
        }

        assertThat(dumps.manifests()).extracting(Manifest::release).isEqualTo(releases);
        assertThat(releases.subList(0, Dumps.KEPT)).allMatch(dumps::isKept);
        assertThat(releases.subList(Dumps.KEPT, releases.size())).hasSize(3).noneMatch(dumps::isKept);
        assertThat(dumps.dumps(releases.get(0)))
                .containsExactly(
                        new DumpFile("zhice-" + releases.get(0) + ".nq.gz", 4, CHECKSUM),
                        new DumpFile("zhice-" + releases.get(0) + ".ttl.gz", 4, CHECKSUM));
        assertThat(dumps.dumps(releases.get(Dumps.KEPT))).isEmpty();
    }

    @Test
    void what_an_old_release_is_built_from_again_is_there_again() {
        Dumps dumps = Dumps.in(folder);
        String oldest = publish(dumps, 0);
        for (int i = 1; i <= Dumps.KEPT; i++) {
            publish(dumps, i);
        }
        assertThat(dumps.isKept(oldest)).isFalse();

        publish(dumps, 0);

        assertThat(dumps.isKept(oldest)).isTrue();
        assertThat(dumps.manifests()).hasSize(Dumps.KEPT + 1);
    }

    @Test
    void no_id_leads_out_of_the_folder() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("data"));
        Files.writeString(elsewhere.resolve("secret.json"), "{}");
        Files.createDirectories(folder.resolve("data/dumps/zhice-"));

        assertThat(Dumps.in(folder).find("/../../secret")).isEmpty();
    }

    private static String publish(Dumps dumps, int number) {
        String release = "%012x".formatted(number);
        for (String end : List.of(Dumps.NQUADS, Dumps.TURTLE)) {
            String name = Dumps.name(release, end);
            dumps.write(name, "𠮷");
            dumps.write(name + Dumps.CHECKSUM, CHECKSUM + "  " + name + "\n");
        }
        dumps.list(new Manifest(
                release, FIRST.plusMillis(number), "0.1.0", 1, 1, Map.of(), Map.of(), Map.of(), dumps.dumps(release)));
        return release;
    }
}
