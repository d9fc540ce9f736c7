package org.zhice.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that may read a store and write nothing but temporary files, or not even those. */
class UnwritableTest {
    static {
        JenaSystem.init();
    }

    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");

    /** Nobody, who may read all that root may: the jars of a build lie in the home of who builds. */
    private static final List<String> AS_NOBODY = List.of(
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--inh-caps=+dac_read_search",
            "--ambient-caps=+dac_read_search");

    @TempDir
    Path root;

    private StoreFiles files;
    private Path temporary;

    @BeforeEach
    void a_store_of_root() throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become nobody");
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        files = new StoreFiles(root.resolve("store"));
        Path build = files.fresh();
        SmallStore.write(CONFIG, build);
        files.publish(build);
        temporary = Files.createDirectory(root.resolve("tmp"));
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    @Test
    void who_may_not_write_the_store_serves_a_temporary_copy_and_leaves_nothing() throws Exception {
        String said = run("-Djava.io.tmpdir=" + temporary);

        assertThat(said).contains("1 quad in " + temporary.toRealPath());
        assertThat(temporary).isEmptyDirectory();
        assertThat(files.good()).isPresent();
    }

    @Test
    void who_may_write_nothing_is_told_what_must_be_writable() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertThat(run("-Djava.io.tmpdir=" + temporary))
                .contains(
                        temporary + ": found no way to keep a copy of the build here",
                        "expected a folder that may be written");
    }

    @Test
    void who_may_not_write_the_store_is_told_so_when_he_builds() throws Exception {
        assertThat(run("-Djava.io.tmpdir=" + temporary, "-Dbuild=true"))
                .contains(files.root() + ": found a folder that may not be written, expected to build a store in it");
        files.lock().close();
        assertThat(run("-Djava.io.tmpdir=" + temporary, "-Dbuild=true"))
                .contains(files.root() + ": found a folder that may not be written, expected to build a store in it");
    }

    private String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(AS_NOBODY);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(List.of(
                "-Dzhice.home=" + System.getProperty("zhice.home"),
                "-cp",
                System.getProperty("java.class.path"),
                UnwritableTest.class.getName(),
                files.root().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Opens the store as a server does, or begins to build one. */
    public static void main(String[] args) {
        StoreFiles files = new StoreFiles(Path.of(args[0]));
        try {
            if (Boolean.getBoolean("build")) {
                files.lock().close();
                return;
            }
            try (ServedBuilds served = ServedBuilds.begin(files)) {
                DatasetGraph store = StoreConfig.open(CONFIG, served.copy());
                System.out.append(
                        Txn.calculateRead(store, () -> store.stream().count()) + " quad in " + served.copy() + "\n");
                StoreConfig.close(store);
            }
        } catch (RuntimeException e) {
            System.out.append(e.getMessage() + "\n");
        }
    }
}
