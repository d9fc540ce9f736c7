package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same commit gives the same bytes, wherever it is built. */
@Tag("long")
class ReproducibleTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));

    @TempDir
    Path folder;

    @Test
    void two_builds_in_two_folders_give_the_same_files() throws Exception {
        Map<String, String> once = build(folder.resolve("once"));
        assertThat(once).hasSizeGreaterThan(100).containsKey("zhice.cdx.json");
        assertThat(build(folder.resolve("a folder with a longer name"))).isEqualTo(once);
    }

    private static Map<String, String> build(Path copy) throws Exception {
        Files.createDirectories(copy);
        run(
                CHECKOUT,
                "git ls-files -z | tar --null --files-from - --create | tar --extract --directory '" + copy + "'");
        run(copy, "mvn -B -q -Dmaven.test.skip -Dspotless.check.skip -pl app -am package");
        return sums(copy.resolve("app/target"));
    }

    /** Of the archive, the lists and all jars. */
    private static Map<String, String> sums(Path target) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(target, 2)) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(jar|json|gz)"))
                    .toList()) {
                sums.put(target.relativize(file).toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return sums;
    }

    private static void run(Path folder, String line) throws Exception {
        Process process = new ProcessBuilder("bash", "-o", "pipefail", "-c", line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
