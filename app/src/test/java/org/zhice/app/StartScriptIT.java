package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartScriptIT {
    private record Ran(int code, String output) {}

    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));

    @TempDir
    Path folder;

    private Path checkout;

    @BeforeEach
    void in_a_folder_with_an_odd_name() throws Exception {
        checkout = Files.createDirectory(folder.resolve("知策 checkout"));
        LinkedCheckout.in(checkout);
    }

    /** A link to a relative link to the script, which lies on the path. */
    @Test
    void finds_its_home_through_links() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Path middle = Files.createDirectory(folder.resolve("𠮷 间"));
        Files.createSymbolicLink(middle.resolve("知策"), Path.of("../知策 checkout/zhice"));
        Files.createSymbolicLink(bin.resolve("zhice"), middle.resolve("知策"));
        Ran ran = run(Map.of("PATH", bin + ":" + System.getenv("PATH")), "bash", "-c", "zhice query");
        assertThat(ran.code()).as(ran.output()).isZero();
        assertThat(ran.output()).contains("tasks-by-chapter");
    }

    @ParameterizedTest
    @CsvSource({
        "LC_ALL, C",
        "LC_ALL, POSIX",
        "LANG, ''",
        "LC_ALL, zh_CN.GBK",
        "LC_CTYPE, en_US.ISO-8859-1",
        "LANG, xx_XX"
    })
    void reads_arguments_as_utf_8_in_every_locale(String variable, String locale) throws Exception {
        Ran ran = run(Map.of(variable, locale), "./zhice", "query", "国家知识产权局𠮷");
        assertThat(ran.output())
                .contains(locale.startsWith("zh") ? "query：发现 \"国家知识产权局𠮷\"" : "query: found \"国家知识产权局𠮷\"");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void says_that_an_argument_is_not_utf_8() throws Exception {
        Ran ran = run(Map.of("LC_ALL", "C"), "bash", "-c", "./zhice query $'\\xB9\\xFA'");
        assertThat(ran.output()).contains("bytes that are not UTF-8, expected arguments in UTF-8");
        assertThat(ran.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh_CN.UTF-8", "zh_CN.GBK"})
    void speaks_chinese_where_the_user_does(String locale) throws Exception {
        assertThat(run(Map.of("LANG", locale), "./zhice", "serve", "--help").output())
                .contains("监听端口");
    }

    @Test
    void a_wrong_option_ends_the_server_for_good() throws Exception {
        Ran ran = run(Map.of(), "./zhice", "serve", "--port", "知");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.output()).doesNotContain("started again");
    }

    /** Only what the script needs before it would build. */
    @Test
    void says_what_a_checkout_without_a_program_takes() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("new 𠮷/app")).getParent();
        Files.copy(CHECKOUT.resolve("zhice"), empty.resolve("zhice"));
        Path bin = Files.createDirectory(folder.resolve("tools"));
        for (String tool : new String[] {"bash", "dirname", "readlink", "sed", "locale"}) {
            Files.createSymbolicLink(bin.resolve(tool), Path.of("/usr/bin", tool));
        }
        Files.createSymbolicLink(bin.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        Ran ran = run(
                Map.of("PATH", bin.toString(), "JAVA_HOME", ""),
                "/usr/bin/bash",
                empty.resolve("zhice").toString(),
                "serve");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.output())
                .contains("the program is not built yet")
                .contains("Maven")
                .doesNotContain("line ");
    }

    /** Else two commands in a new checkout build it at the same time, and break each other's program. */
    @Test
    void waits_for_who_is_building() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "flock is not installed");
        Path built = folder.resolve("built");
        Process building = new ProcessBuilder(
                        "flock", checkout.resolve("pom.xml").toString(), "sh", "-c", "sleep 3; touch " + built)
                .start();
        TimeUnit.SECONDS.sleep(1);

        Ran ran = run(Map.of(), "./zhice", "--version");

        assertThat(ran.code()).isZero();
        assertThat(built).exists();
        building.waitFor();
    }

    @Test
    void says_that_java_cannot_run_from_a_folder_with_such_a_name() throws Exception {
        Path home = Files.createDirectory(folder.resolve("𠮷村"));
        Files.copy(CHECKOUT.resolve("zhice"), home.resolve("zhice"));
        Files.createFile(home.resolve("zhice-app.jar"));
        Ran ran = run(Map.of(), "bash", home.resolve("zhice").toString(), "query");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.output()).contains("character beyond U+FFFF");
    }

    private Ran run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(checkout.toFile()).redirectErrorStream(true);
        for (String locale : new String[] {"LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG"}) {
            builder.environment().remove(locale);
        }
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ran(process.exitValue(), output);
    }
}
