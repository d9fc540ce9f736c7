package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution, unpacked where its user may not write, with a Java and a few tools of every Linux. */
class DistributionIT {
    private static final Path TARGET = Path.of(System.getProperty("zhice.home"), "app/target");
    private static final List<String> TOOLS =
            List.of("bash", "sed", "locale", "dirname", "readlink", "sleep", "stat", "cksum", "rm", "mv");
    private static final String NOBODY = "65534";

    @TempDir
    static Path folder;

    private static Path home;
    private static Path data;
    private static Path tools;
    private static Program program;

    @BeforeAll
    static void first_start_of_another_user() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path place = Files.createDirectory(folder.resolve("知策 home"));
        run(Stream.of("tar", "-xzf", archive().toString(), "-C", place.toString()));
        home = only(place);
        data = Files.createDirectory(folder.resolve("data 𠮷"));
        tools = tools();
        run(Stream.of("chmod", "-R", "a-w", place.toString()));
        if (isRoot()) {
            run(Stream.of("chown", NOBODY, data.toString()));
        }
        program = Program.serve(folder, command("serve", "--port", "PORT"));
    }

    /** The server is stopped as a service manager does it, after it has died and was started again. */
    @AfterAll
    static void dies_is_started_again_and_stops() throws Exception {
        try (Program ended = program) {
            ended.crash();
            assertThat(ended.get("/healthz", "*/*")).contains("build-");
            assertThat(ended.log()).containsOnlyOnce("the server has died (exit code 137); it is started again in 1 s");
            assertThat(ended.stop()).isIn(0, 143);
            assertThat(ended.isServing()).isFalse();
        } finally {
            run(Stream.of("chmod", "-R", "u+w", folder.toString()));
        }
    }

    /** The plan of 2023 gives the China National Intellectual Property Administration the lead in 29 tasks. */
    @Test
    void a_store_is_built_and_asked() {
        assertThat(program.get("/queries/tasks-led-by-an-agency-in-a-year?agency=cnipa&year=2023&format=csv", "*/*")
                        .lines())
                .hasSize(1 + 29);
        assertThat(data.resolve("store/current")).isDirectory();
        assertThat(home.resolve("data/store")).doesNotExist();
    }

    @Test
    void an_argument_in_chinese_is_understood_where_no_locale_is_set() throws Exception {
        List<String> words = command(
                "query",
                "tasks-led-by-an-agency-in-a-year",
                "--agency",
                "国家知识产权局",
                "--year",
                "2023",
                "--format",
                "csv");
        assertThat(run(words.stream()).lines().filter(line -> line.contains(",")))
                .hasSize(1 + 29);
    }

    @Test
    void everything_that_its_papers_name_is_in_it() {
        assertThat(List.of(
                        "README.md",
                        "LICENSE",
                        "NOTICE",
                        "zhice.cdx.json",
                        "docs/operations.md",
                        "ops/zhice.service",
                        "data/tables/csv-metadata.json",
                        "loader/mapping/task.rq"))
                .allSatisfy(file -> assertThat(home.resolve(file)).isNotEmptyFile());
    }

    private static List<String> command(String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("/usr/bin/env", "-i", "LC_ALL=C", "PATH=" + tools, "ZHICE_DATA=" + data));
        if (isRoot()) {
            command.addAll(List.of("/usr/bin/setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        command.add(home.resolve("zhice").toString());
        command.addAll(List.of(words));
        return command;
    }

    private static Path tools() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(
                    bin.resolve(tool), Path.of(run(Stream.of("which", tool)).strip()));
        }
        Files.createSymbolicLink(bin.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        return bin;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(TARGET)) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path only(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.toList().get(0);
        }
    }

    private static String run(Stream<String> command) throws Exception {
        Process process = new ProcessBuilder(command.toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
