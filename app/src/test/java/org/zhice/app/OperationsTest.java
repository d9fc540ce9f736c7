package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every message of web pages, command line, log and start script stands in docs/operations.md with cause and cure, and no
 * other. Both sides write … for what is filled in; the docs may cut a message short with it.
 */
class OperationsTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));
    private static final Pattern ITEM = Pattern.compile("^- (`+)(.+?)\\1 — (.*(?:\\R  .*)*)", Pattern.MULTILINE);
    private static final int TELLING = 8;

    @Test
    void each_problem_and_warning_of_the_web_is_told_of() throws IOException {
        assertDocumented("Answers over HTTP", problems());
    }

    @Test
    void each_wrong_usage_of_the_command_line_is_told_of() throws IOException {
        assertDocumented(
                "Command line",
                calls("new UsageException")
                        .map(args -> args.get(0) + ": found " + args.get(1) + ", expected " + args.get(2)));
    }

    @Test
    void each_warning_and_error_of_the_log_is_told_of() throws IOException {
        Stream<String> server = calls("LOG\\.(?:warn|error)").map(args -> args.get(0));
        assertDocumented("Log", Stream.concat(server, script("(?<=warn \")[^\"]+")));
    }

    @Test
    void each_refusal_of_the_start_script_is_told_of() throws IOException {
        assertDocumented("Start script", script("(?<=fail \")[^\"]+"));
    }

    private static void assertDocumented(String section, Stream<String> messages) throws IOException {
        List<String> said = messages.map(OperationsTest::plain)
                .filter(message -> !message.equals("…"))
                .distinct()
                .toList();
        List<MatchResult> items = items(section);
        assertThat(said).isNotEmpty();
        assertThat(items).allSatisfy(item -> assertThat(item.group(3)).hasSizeGreaterThan(TELLING));
        List<String> told = items.stream().map(item -> plain(item.group(2))).toList();
        assertThat(said)
                .as("messages that docs/operations.md, section %s, does not tell of", section)
                .allMatch(message -> told.stream().anyMatch(item -> tells(item, message)));
        assertThat(told)
                .as("messages in docs/operations.md, section %s, that nobody says", section)
                .allMatch(item -> said.stream().anyMatch(message -> tells(item, message)));
    }

    private static boolean tells(String item, String message) {
        String begin = item.replaceFirst("[ .]*…$", "");
        return item.equals(message) || (!begin.equals(item) && begin.length() >= TELLING && message.startsWith(begin));
    }

    private static List<MatchResult> items(String section) throws IOException {
        String[] parts =
                Files.readString(CHECKOUT.resolve("docs/operations.md")).split("\n### " + section + "\n", -1);
        assertThat(parts).as("sections “%s”", section).hasSize(2);
        return ITEM.matcher(parts[1].split("\n##", 2)[0]).results().toList();
    }

    /** Without what only marks it up, and with one sign for all that is filled in. */
    private static String plain(String message) {
        return message.replace("`", "")
                .replaceAll("%(?:,?d|s)|\\{\\w*}|\\$\\w+", "…")
                .replace("\"…\"", "…")
                .replace("“…”", "…")
                .replaceAll("…(?:…)+", "…")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Keys with a further dot are parts of a message. */
    private static Stream<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path file : files("server/src/main/resources", "messages.properties")) {
            Properties words = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                words.load(reader);
            }
            words.stringPropertyNames().stream()
                    .filter(key -> key.matches("(problem|warning)\\.[^.]+"))
                    .map(words::getProperty)
                    .forEach(problems::add);
        }
        return problems.stream();
    }

    private static Stream<String> script(String pattern) throws IOException {
        return Pattern.compile(pattern)
                .matcher(Files.readString(CHECKOUT.resolve("zhice")))
                .results()
                .map(MatchResult::group);
    }

    /** The arguments of all calls of a method in the code of all rooms, as {@link JavaText} reads them. */
    private static Stream<List<String>> calls(String method) throws IOException {
        Pattern call = Pattern.compile("\\b" + method + "\\(");
        List<List<String>> calls = new ArrayList<>();
        for (String room : List.of("store", "query", "loader", "server", "app")) {
            for (Path file : files(room + "/src/main/java", ".java")) {
                String code = Files.readString(file);
                call.matcher(code).results().forEach(one -> calls.add(JavaText.arguments(code, one.end())));
            }
        }
        return calls.stream();
    }

    private static List<Path> files(String folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(CHECKOUT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
