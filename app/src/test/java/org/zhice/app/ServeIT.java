package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
    @TempDir
    Path checkout;

    /** A large script out of a jar is asked for, which Jetty would unpack beside the jar, so that the folder is another one. */
    @Test
    void the_start_script_serves_in_the_heap_it_sets_and_the_next_start_takes_the_classes_it_left() throws Exception {
        LinkedCheckout.in(checkout);
        Path jars = checkout.resolve("app/target/lib");
        FileTime before = Files.getLastModifiedTime(jars);
        String told = serveAndStop();
        assertThat(Files.getLastModifiedTime(jars))
                .as("nobody writes beside the jars")
                .isEqualTo(before);
        List<String> left = inDataFolder();
        assertThat(startedAgain("-Xmx300m -XX:+PrintCommandLineFlags -Xlog:class+load -Xlog:cds"))
                .as("options of the user come last, and classes from what the server left: %s; it told %s", left, told)
                .anyMatch(line -> line.contains("MaxHeapSize=314572800"))
                .anyMatch(line -> line.contains("org.zhice.app.Zhice source: shared objects file (top)"));
    }

    @Test
    void a_server_after_a_build_takes_the_classes_that_the_build_left() throws Exception {
        LinkedCheckout.in(checkout);
        Process build = new ProcessBuilder("./zhice", "build")
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(build.waitFor()).as(told).isZero();
        assertThat(told)
                .endsWith("classes for the next start ...\n")
                .contains("quads")
                .doesNotContain("INFO", "WARN");

        List<String> command =
                List.of("env", "ZHICE_JAVA_OPTS=-Xlog:class+load:stderr", "./zhice", "serve", "--port", "PORT");
        try (Program zhice = Program.serve(checkout, command)) {
            zhice.get("/id/task/2023-030", "text/html");
            assertThat(zhice.log().lines())
                    .filteredOn(line -> line.matches(".*\\] (org\\.zhice\\.server\\.(ZhiceServer|entity\\.EntityPage)"
                            + "|org\\.eclipse\\.jetty\\.server\\.Server|org\\.zhice\\.store\\.image\\.Image) .*"))
                    .hasSize(4)
                    .allMatch(line -> line.contains("source: shared objects file (top)"));
        }
    }

    /** The first build waits for Java, whose classes the script keeps; the later ones become Java. */
    @Test
    void a_build_ends_with_the_start_script() throws Exception {
        LinkedCheckout.in(checkout);
        Process script = new ProcessBuilder("./zhice", "build")
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(script.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("read tables ...");
        ProcessHandle java = script.descendants()
                .filter(one -> one.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
        script.destroyForcibly();
        java.onExit().get(60, TimeUnit.SECONDS);
        assertThat(checkout.resolve("data/store/current")).doesNotExist();
    }

    private String serveAndStop() throws Exception {
        try (Program zhice = Program.serve(checkout, List.of("./zhice", "serve", "--port", "PORT"))) {
            assertThat(zhice.get("/queries?format=json", "*/*")).contains("\"tasks-by-chapter\"");
            assertThat(zhice.get("/$/metrics", "*/*")).contains("jvm_memory_max_bytes");
            String page = zhice.get("/explore?view=chart&by=agency", "text/html");
            Matcher script = Pattern.compile("/webjars/echarts/[^\"]+\\.js").matcher(page);
            assertThat(script.find()).as(page).isTrue();
            assertThat(zhice.get(script.group(), "*/*")).hasSizeGreaterThan(1_000_000);
            assertThat(zhice.stop()).isIn(0, 143);
            for (String path : List.of("/queries", "/\\$/metrics")) {
                assertThat(zhice.log())
                        .containsOnlyOnce("GET " + path.replace("\\", "") + " 200 ")
                        .containsPattern(
                                "(?m)^\\d\\d:\\d\\d:\\d\\d INFO  requests  GET " + path + " 200 \\d+ ms [0-9a-f]{16}$");
            }
            return zhice.log();
        }
    }

    /** What Java tells of its options, of the archive, and of one class; of all classes it is too much to read. */
    private List<String> startedAgain(String options) throws IOException {
        ProcessBuilder command = new ProcessBuilder("./zhice", "--version").directory(checkout.toFile());
        command.environment().put("ZHICE_JAVA_OPTS", options);
        try (BufferedReader lines = command.start().inputReader(StandardCharsets.UTF_8)) {
            return lines.lines()
                    .filter(line -> !line.contains("[class,load]") || line.contains("org.zhice.app.Zhice source"))
                    .toList();
        }
    }

    /** With sizes: what a server left that was ended while it wrote is short. */
    private List<String> inDataFolder() throws IOException {
        try (Stream<Path> files = Files.list(checkout.resolve("data"))) {
            return files.map(file -> file.getFileName() + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    /** Else it would hold its port, with nobody to start it again. */
    @Test
    void the_server_tells_json_and_ends_with_the_start_script() throws Exception {
        LinkedCheckout.in(checkout);
        try (Program zhice = Program.serve(checkout, List.of("./zhice", "serve", "--port", "PORT", "--log", "json"))) {
            // The line of the request before is written by then.
            zhice.get("/healthz", "*/*");
            assertThat(zhice.log().lines().filter(line -> line.contains("GET /healthz 200")))
                    .as("lines of requests are events of their own, as JSON has them")
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(JSON.parse(line).getString("log.level")).isEqualTo("INFO"));
            zhice.orphan();
            assertThat(zhice.isServing()).isFalse();
        }
    }
}
