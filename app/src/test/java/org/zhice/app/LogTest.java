package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.MarkerFactory;

/** What stands in the log of a process that is started with the options of {@code serve}. */
class LogTest {
    @TempDir
    Path folder;

    /** Started by the tests in a process of its own, which has the log of the program. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            LogOptions options = new LogOptions();
            options.form = LogOptions.Form.valueOf(args[0]);
            options.file = Path.of(args[1]);
            options.use();
            Logger ours = LoggerFactory.getLogger("org.zhice.server.web.Problems");
            MDC.put("request", "4f1d");
            ours.error("red \u001b[31m, two\r\n00:00:00 INFO forged \u202e𠮷", new IllegalStateException("x\ny"));
            LoggerFactory.getLogger("org.zhice.server.requests")
                    .info(MarkerFactory.getMarker("gathered"), "00:00:00 INFO  requests  GET /plain 200 7 ms 4f1d\n");
            for (int i = 0; i < 5_000; i++) {
                LoggerFactory.getLogger("org.apache.jena.exec").warn("row {}", i);
                LoggerFactory.getLogger("org.zhice.server.requests").info("GET / 200 {}", i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEXT", "JSON"})
    void no_control_character_comes_through_and_floods_are_bounded(String form) throws Exception {
        Path file = folder.resolve("zhice.log");
        write(form, file, "10MB");

        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).contains("4f1d", "𠮷", "forged", "IllegalStateException");
        assertThat(lines.get(1)).contains("INFO", "4f1d", "GET /plain 200 7 ms 4f1d");
        assertThat(String.join("", lines)).doesNotContainPattern("\\p{Cc}");
        assertThat(lines.stream().filter(line -> line.contains("row "))).hasSizeBetween(50, 1_000);
        assertThat(lines.stream().filter(line -> line.contains("GET / 200"))).hasSize(5_000);
        if (form.equals("JSON")) {
            assertThat(lines)
                    .allSatisfy(line ->
                            assertThat(JSON.parse(line).get("@timestamp")).isNotNull());
        }
    }

    @Test
    void files_are_of_bounded_size_and_number() throws Exception {
        write("TEXT", folder.resolve("zhice.log"), "20KB");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(6)
                    .allSatisfy(file -> assertThat(file.toFile().length()).isLessThan(25_000));
        }
    }

    private static void write(String form, Path file, String size) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dzhice.log.size=" + size,
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                form,
                file.toString()));
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
