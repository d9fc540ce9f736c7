package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs what README, guide and operations tell a new user to type, against the program they tell to start. */
class ReadmeIT {
    @TempDir
    static Path checkout;

    private static Program program;

    @BeforeAll
    static void the_first_of_the_two_commands() throws Exception {
        LinkedCheckout.in(checkout);
        assertThat(blocks("README.md", "sh").get(0)).isEqualTo("./zhice serve\n");
        program = Program.serve(checkout, List.of("./zhice", "serve", "--port", "PORT"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    /** All but the two that start things: the first runs already, the second is what runs this test. */
    @TestFactory
    Stream<DynamicTest> each_shell_block_runs() throws Exception {
        List<String> blocks = Stream.concat(
                        blocks("README.md", "sh").stream().skip(2), blocks("docs/operations.md", "sh").stream())
                .toList();
        assertThat(blocks).hasSizeGreaterThan(3);
        return blocks.stream()
                .map(block -> dynamicTest(block, () -> assertRuns("bash", "-euo", "pipefail", "-c", block)));
    }

    @TestFactory
    Stream<DynamicTest> each_python_block_runs() throws Exception {
        return inInterpreter("python", "python3", "-c");
    }

    @TestFactory
    Stream<DynamicTest> each_r_block_runs() throws Exception {
        return inInterpreter("r", "Rscript", "-e");
    }

    @Test
    void the_chinese_readme_tells_to_type_the_same() throws Exception {
        for (String language : List.of("sh", "r", "python")) {
            assertThat(blocks("README.zh.md", language)).isNotEmpty().isEqualTo(blocks("README.md", language));
        }
    }

    private static Stream<DynamicTest> inInterpreter(String language, String command, String option) throws Exception {
        List<String> blocks = Stream.concat(
                        blocks("README.md", language).stream(), blocks("docs/guide.md", language).stream())
                .toList();
        assertThat(blocks).hasSizeGreaterThan(1);
        return blocks.stream()
                .map(block -> dynamicTest(block, () -> {
                    assumeTrue(isInstalled(command), command + " is not installed");
                    assertRuns(command, option, block);
                }));
    }

    private static void assertRuns(String... command) throws Exception {
        command[command.length - 1] =
                command[command.length - 1].replace("localhost:3330", "localhost:" + program.port());
        Process process = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).isNotBlank().doesNotContain("\"status\" : 4");
    }

    private static boolean isInstalled(String command) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "command -v " + command).start().waitFor() == 0;
    }

    private static List<String> blocks(String file, String language) throws IOException {
        return Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(checkout.resolve(file)))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
