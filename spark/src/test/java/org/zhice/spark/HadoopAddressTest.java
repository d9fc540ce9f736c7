package org.zhice.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Loader;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Progress;

/** A home and a release in HDFS: a name node and a data node that answer on loopback. */
@Tag("long")
class HadoopAddressTest {
    private static final Home CHECKOUT = new Home(Path.of(System.getProperty("zhice.home")));

    @TempDir
    Path folder;

    @Test
    void a_home_is_read_where_hadoop_has_it_and_the_parts_are_written_there() throws Exception {
        Home home = CHECKOUT.copyTo(folder.resolve("home"));
        assertThat(MadeUpTexts.add(home, folder)).isEqualTo(3);
        Configuration configuration = new Configuration();
        configuration.set(
                MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
        try (MiniDFSCluster cluster = new MiniDFSCluster.Builder(configuration).build();
                FileSystem hdfs = cluster.getFileSystem()) {
            org.apache.hadoop.fs.Path there = new org.apache.hadoop.fs.Path(hdfs.getUri() + "/茶乡");
            for (String content : List.of("data/tables", "data/texts", "loader/mapping", "ontology")) {
                hdfs.copyFromLocalFile(
                        path(home.root().resolve(content)), new org.apache.hadoop.fs.Path(there, content));
            }
            String out = hdfs.getUri() + "/out";
            write(there.toString(), out);
            hdfs.copyToLocalFile(path(out), path(folder.resolve("out")));
            Path build = new Loader(home, Progress.NONE).build().build();
            assertThat(Parts.joined(folder.resolve("out")))
                    .isEqualTo(Files.readAllBytes(build.resolve(StoreBuilder.NQUADS)));

            Path changed = Files.writeString(folder.resolve("changed"), "𠮷村另一份计划，已被人改过。");
            hdfs.copyFromLocalFile(
                    path(changed), new org.apache.hadoop.fs.Path(there, "data/texts/plan-2019/original.txt"));
            assertThatThrownBy(() -> write(there.toString(), out + "-2"))
                    .isInstanceOf(InputException.class)
                    .hasMessageStartingWith(there + "/data/texts/plan-2019/original.txt: found a file with SHA-256");
            assertThat(hdfs.exists(new org.apache.hadoop.fs.Path(out + "-2"))).isFalse();
        }
    }

    private static org.apache.hadoop.fs.Path path(Object name) {
        return new org.apache.hadoop.fs.Path(name.toString());
    }

    private static void write(String home, String out) {
        SparkConf conf = new SparkConf()
                .setAppName("test")
                .setMaster("local[2]")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.ui.enabled", "false");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            spark.setLogLevel("WARN");
            new ReleaseJob(spark, home).write(out);
        }
    }
}
