package org.zhice.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Loader;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;

/** The jar, started as {@code spark-submit} does, beside libraries in Spark's own versions. */
class JarIT {
    private static final Home CHECKOUT = new Home(Path.of(System.getProperty("zhice.home")));
    private static final String MASTER = "local[2]";
    private static final int MINUTES = 5;

    @TempDir
    Path folder;

    private int exit(Process job) throws Exception {
        assertThat(job.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        return job.exitValue();
    }

    @Test
    void tables_texts_and_web_pages_give_the_lines_of_one_machine() throws Exception {
        Home home = CHECKOUT.copyTo(folder.resolve("home"));
        assertThat(MadeUpTexts.add(home, folder)).isEqualTo(3);
        assertThat(home.root().resolve("data/texts/plan-2023/original.html")).exists();
        Path out = folder.resolve("out");
        try (Distribution spark = new Distribution(folder.resolve("spark"))) {
            int exit = exit(spark.submit(MASTER, home, out));
            assertThat(exit).as(Files.readString(spark.log("job"))).isZero();
        }
        Path build = new Loader(home, Progress.NONE).build().build();
        assertThat(Parts.joined(out)).isEqualTo(Files.readAllBytes(build.resolve(StoreBuilder.NQUADS)));
        assertThat(out.resolve("_SUCCESS")).exists();
    }

    @Test
    void wrong_rows_end_the_job_with_two_and_nothing_is_written() throws Exception {
        Home home = CHECKOUT.copyTo(folder.resolve("home"));
        Path agencies = home.tables().resolve("agency.csv");
        Files.writeString(agencies, Files.readString(agencies) + "𠮷局,茶乡𠮷局,,,,party-organ,ours\n");
        Path out = folder.resolve("out");
        try (Distribution spark = new Distribution(folder.resolve("spark"))) {
            assertThat(exit(spark.submit(MASTER, home, out))).isEqualTo(2);
            assertThat(spark.log("job"))
                    .content()
                    .contains("data/tables/agency.csv:", "column id: found \"𠮷局\", expected an id such as");
        }
        assertThat(out).doesNotExist();
    }
}
