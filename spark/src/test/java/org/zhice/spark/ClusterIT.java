package org.zhice.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.bench.Corpus;
import org.zhice.loader.Loader;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;

/** The jar on a cluster whose libraries are in Spark's own versions. */
class ClusterIT {
    private static final Home CHECKOUT = new Home(Path.of(System.getProperty("zhice.home")));
    private static final Path JAR = Path.of("target/zhice-spark.jar").toAbsolutePath();
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

    private static int exit(Process job) throws InterruptedException {
        assertThat(job.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        return job.exitValue();
    }

    @Test
    void a_worker_that_is_killed_half_way_changes_nothing_of_what_is_written() throws Exception {
        Path out = folder.resolve("out");
        try (Cluster cluster = new Cluster(Files.createDirectory(folder.resolve("killed")), JAR, 2)) {
            Process job = cluster.submit("job", home.root(), out);
            Cluster.await(() -> cluster.says("job", "Starting job: texts") || !job.isAlive(), "the texts");
            long before = cluster.finished(2);
            Cluster.await(() -> cluster.finished(2) > before || !job.isAlive(), "a text of the second worker");
            assertThat(out.resolve("_SUCCESS")).doesNotExist();
            cluster.kill(2);
            assertThat(exit(job)).as(Files.readString(cluster.log("job"))).isZero();
            assertThat(cluster.log("master")).content().contains("Removing worker");
            assertThat(cluster.log("job")).content().containsAnyOf("Lost executor", "Executor lost");
        }
        assertThat(out.resolve("_SUCCESS")).exists();
        assertThat(Parts.joined(out)).isEqualTo(expected);
    }

    @Test
    void wrong_rows_end_the_job_with_two_and_nothing_is_written() throws Exception {
        Home broken = CHECKOUT.copyTo(folder.resolve("broken"));
        Path agencies = broken.tables().resolve("agency.csv");
        Files.writeString(agencies, Files.readString(agencies) + "𠮷局,茶乡𠮷局,,,,party-organ,ours\n");
        Path out = folder.resolve("nothing");
        try (Cluster cluster = new Cluster(Files.createDirectory(folder.resolve("refusing")), JAR, 1)) {
            assertThat(exit(cluster.submit("job", broken.root(), out))).isEqualTo(2);
            assertThat(cluster.log("job")).content().contains("column id: found \"𠮷局\", expected an id such as");
        }
        assertThat(out).doesNotExist();
    }
}
