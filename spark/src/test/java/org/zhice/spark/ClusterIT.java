package org.zhice.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.bench.Corpus;
import org.zhice.loader.Loader;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;

/** The jar on a cluster whose libraries are in Spark's own versions. */
@Tag("long")
class ClusterIT {
    private static final Home CHECKOUT = new Home(Path.of(System.getProperty("zhice.home")));
    private static final int MINUTES = 5;

    @TempDir
    static Path folder;

    private static Home home;
    private static byte[] expected;

    @BeforeAll
    static void what_one_machine_writes() throws Exception {
        home = new Corpus(CHECKOUT, 1).write(folder.resolve("corpus"), 3);
        assertThat(MadeUpTexts.add(home, folder)).isEqualTo(9);
        Path build = new Loader(home, Progress.NONE).build().build();
        expected = Files.readAllBytes(build.resolve(StoreBuilder.NQUADS));
    }

    @Test
    void a_worker_that_is_killed_half_way_changes_nothing_of_what_is_written() throws Exception {
        Path out = folder.resolve("out");
        try (Cluster cluster = new Cluster(folder.resolve("spark"), 2)) {
            Distribution spark = cluster.distribution();
            Path log = spark.log("job");
            Home relative = new Home(Path.of("").toAbsolutePath().relativize(home.root()));
            Process job = spark.submit(cluster.address(), relative, out);
            Cluster.await(
                    () -> Distribution.count(log, "Starting job: texts") > 0 || !job.isAlive(), "texts in " + log);
            long before = cluster.finished(2);
            Cluster.await(() -> cluster.finished(2) > before || !job.isAlive(), "a text of the second worker");
            assertThat(out.resolve("_SUCCESS")).doesNotExist();
            cluster.kill(2);
            assertThat(job.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(job.exitValue()).as(Files.readString(log)).isZero();
            assertThat(spark.log("master")).content().contains("Removing worker");
            assertThat(log).content().containsAnyOf("Lost executor", "Executor lost");
        }
        assertThat(out.resolve("_SUCCESS")).exists();
        assertThat(Parts.joined(out)).isEqualTo(expected);
    }
}
