package org.zhice.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each file of a build is damaged in each way: then the build before is served, or nothing with the reason. */
class DamageTest {
    static {
        JenaSystem.init();
    }

    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");
    private static final long SEED = 20261129;

    @TempDir
    Path root;

    private final Random random = new Random(SEED);
    private StoreFiles files;
    private Path good;
    private Path newest;

    private enum Damaging {
        DELETED,
        EMPTIED,
        CUT,
        OVERWRITTEN,
        A_FOLDER
    }

    @BeforeEach
    void a_small_good_build_and_a_newer_one_with_a_real_store() throws IOException {
        files = new StoreFiles(root.resolve("store 𠮷"));
        good = files.fresh();
        Files.writeString(good.resolve("small"), "𠮷");
        files.publish(good);
        newest = files.fresh();
        SmallStore.write(CONFIG, newest);
        Files.createDirectory(newest.resolve("tables"));
        Files.writeString(newest.resolve("tables/empty.csv"), "");
        files.publish(newest, Map.of("GSPO", 1L));
    }

    @Test
    void whatever_is_damaged_in_the_newest_build_the_one_before_is_served() throws IOException {
        List<Path> all = new ArrayList<>(sealed());
        all.add(newest.resolve(Seal.FILE));
        int damaged = 0;
        for (Path file : all) {
            for (Damaging damaging : Damaging.values()) {
                byte[] before = Files.readAllBytes(file);
                if (damage(file, damaging, before)) {
                    damaged++;
                    try (ServedBuilds served = ServedBuilds.begin(files)) {
                        assertThat(served.name())
                                .as("%s %s, seed %d", file, damaging, SEED)
                                .isEqualTo(good.getFileName().toString());
                        assertThat(served.damages())
                                .extracting(Damage::place)
                                .containsExactly(newest.toRealPath().resolve(newest.relativize(file)));
                    }
                    restore(file, before);
                }
            }
        }
        assertThat(damaged).isGreaterThan(3 * 35);
        try (ServedBuilds served = ServedBuilds.begin(files)) {
            assertThat(served.name()).isEqualTo(newest.getFileName().toString());
            assertThat(served.damages()).isEmpty();
        }
    }

    @Test
    void without_a_good_build_every_reason_is_told_and_nothing_is_left_behind() throws IOException {
        Files.delete(good.resolve("small"));
        Files.writeString(newest.resolve("tdb2/Data-0001/nodes-data.obj"), "");

        assertThatThrownBy(() -> ServedBuilds.begin(files))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nodes-data.obj: found 0 bytes with the checksum 00000000, expected ")
                .hasMessageContaining("small: found no file, expected 4 bytes")
                .hasMessageEndingWith("`./zhice build`");
        assertThat(files.good()).isEmpty();
        try (var left = Files.list(files.root())) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("serving-"))
                    .contains(newest.getFileName().toString());
        }
    }

    @Test
    void missing_files_are_not_made_anew_in_a_published_build() throws IOException {
        StoreFiles.delete(newest.resolve("tdb2"));
        try (ServedBuilds served = ServedBuilds.begin(files)) {
            assertThat(served.name()).isEqualTo(good.getFileName().toString());
        }
        assertThat(newest.resolve("tdb2")).doesNotExist();
    }

    @Test
    void opening_a_build_where_it_lies_leaves_it_as_it_was() {
        StoreConfig.close(StoreConfig.open(CONFIG, newest));

        files.requireCurrent();
        assertThat(files.good()).contains(files.current().orElseThrow());
    }

    @Test
    void a_wrong_link_is_told_and_the_newest_build_is_served() throws IOException {
        Path link = files.root().resolve("current");
        List<String> found = new ArrayList<>();
        for (int wrong = 0; wrong < 4; wrong++) {
            Files.delete(link);
            switch (wrong) {
                case 0 -> Files.createDirectory(link);
                case 1 -> Files.writeString(link, "𠮷");
                case 2 -> Files.createSymbolicLink(link, Path.of("build-of-nowhere"));
                default -> {}
            }
            try (ServedBuilds served = ServedBuilds.begin(files)) {
                assertThat(served.name()).isEqualTo(newest.getFileName().toString());
                found.add(served.damages().get(0).found());
            }
            if (wrong == 3) {
                Files.createSymbolicLink(link, newest.getFileName());
            }
        }
        assertThat(found).containsExactly("no link", "no link", "a link to no folder", "nothing");
        assertThat(files.linkDamage()).isEmpty();
    }

    @Test
    void what_stands_in_the_place_of_the_link_is_kept_when_a_build_is_published() throws IOException {
        Path link = files.root().resolve("current");
        Files.delete(link);
        Files.createDirectory(link);
        Files.writeString(link.resolve("mine"), "𠮷");
        Path next = files.fresh();

        files.publish(next);

        assertThat(files.current()).contains(next.toRealPath());
        assertThat(files.root().resolve("current-before-" + next.getFileName()).resolve("mine"))
                .hasContent("𠮷");
    }

    @Test
    void a_new_build_is_taken_once_and_a_damaged_one_never() throws IOException {
        try (ServedBuilds served = ServedBuilds.begin(files)) {
            assertThat(served.next()).isEmpty();
            Path bad = files.fresh();
            Files.writeString(bad.resolve("small"), "𠮷");
            files.publish(bad);
            Files.writeString(bad.resolve("small"), "x");
            assertThatThrownBy(served::next).isInstanceOf(DamagedBuildException.class);
            assertThat(served.next()).isEmpty();
            assertThat(served.damages()).hasSize(1);
            assertThat(served.name()).isEqualTo(newest.getFileName().toString());

            Path whole = files.fresh();
            files.publish(whole);
            Path copy = served.next().orElseThrow();
            served.took(copy);
            assertThat(served.name()).isEqualTo(whole.getFileName().toString());
            assertThat(served.damages()).isEmpty();
            assertThat(served.next()).isEmpty();
        }
        assertThat(files.builds())
                .as("the damaged build takes the place of none")
                .hasSize(2);
        assertThat(files.good()).contains(files.current().orElseThrow());
        assertThat(files.allGood()).hasSize(2).contains(newest.toRealPath());
    }

    @Test
    void what_killed_servers_left_is_swept_and_what_others_hold_is_not() throws IOException {
        Path left = Files.createDirectories(files.root().resolve("serving-1/build-x"));
        Files.writeString(left.resolve("small"), "x");
        Files.writeString(left.resolveSibling("lock"), "");
        try (ServedBuilds one = ServedBuilds.begin(files);
                ServedBuilds other = ServedBuilds.begin(files)) {
            assertThat(left.getParent()).doesNotExist();
            assertThat(one.copy()).isNotEqualTo(other.copy()).isDirectory();
            assertThat(other.copy()).isDirectory();
        }
    }

    private List<Path> sealed() {
        return Seal.read(newest).files().keySet().stream().map(newest::resolve).toList();
    }

    /** Whether the file is another one now. */
    private boolean damage(Path file, Damaging damaging, byte[] before) throws IOException {
        switch (damaging) {
            case DELETED -> Files.delete(file);
            case A_FOLDER -> {
                Files.delete(file);
                Files.createDirectory(file);
            }
            case EMPTIED -> Files.write(file, new byte[0]);
            case CUT -> cut(file, before.length);
            case OVERWRITTEN -> overwrite(file, before.length);
        }
        return Files.notExists(file) || Files.isDirectory(file) || !Arrays.equals(before, Files.readAllBytes(file));
    }

    private void cut(Path file, int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length == 0 ? 0 : random.nextInt(length));
        }
    }

    private void overwrite(Path file, int length) throws IOException {
        byte[] bytes = new byte[1 + random.nextInt(16)];
        random.nextBytes(bytes);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), length == 0 ? 0 : random.nextInt(length));
        }
    }

    private static void restore(Path file, byte[] before) throws IOException {
        Files.deleteIfExists(file);
        Files.write(file, before);
    }
}
