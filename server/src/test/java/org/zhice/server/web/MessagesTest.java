package org.zhice.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of each room, as they stand in its files. */
class MessagesTest {
    private static final String SERVER = "org/zhice/server";
    private static final Path RESOURCES = Path.of("src/main/resources", SERVER);
    private static final Path CLASSES = Path.of("src/main/java", SERVER);

    /** The same in both languages. */
    private static final Set<String> LATIN =
            Set.of("site.language", "problem.refused", "unit.PERCENT", "explore.colon");

    /** Keys whose ends come with the data. */
    private static final List<String> OPEN = List.of(
            "unit.",
            "kind.",
            "term.",
            "home.way.",
            "entity.facts.",
            "entity.page.",
            "listing.",
            "contract.",
            "status.",
            "query.expect.",
            "query.page.",
            "problem.parameter-",
            "problem.cost-",
            "problem.syntax.",
            "search.",
            "explore.",
            "type.",
            "problem.remote-",
            "warning.");

    private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([a-z]+(?:\\.[a-z-]+)+)\"\\s*[,)]");

    static List<String> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith("messages.properties"))
                    .map(file -> file.getParent().getFileName().toString())
                    .toList();
        }
    }

    @Test
    void rooms_have_words() throws IOException {
        assertThat(rooms()).contains("web", "question", "dataset");
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void both_languages_have_the_same_keys(String room) throws IOException {
        assertThat(words(room, "_zh").stringPropertyNames())
                .isNotEmpty()
                .isEqualTo(words(room, "").stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void no_text_has_a_straight_apostrophe_since_formats_swallow_it(String room) throws IOException {
        assertThat(Stream.of(words(room, ""), words(room, "_zh"))
                        .flatMap(words -> words.values().stream())
                        .map(String::valueOf))
                .noneMatch(text -> text.contains("'"));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void chinese_texts_are_chinese(String room) throws IOException {
        Properties words = words(room, "_zh");

        assertThat(words.stringPropertyNames())
                .allMatch(key -> LATIN.contains(key)
                        != words.getProperty(key).codePoints().anyMatch(Character::isIdeographic));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void every_key_is_used_in_its_room(String room) throws IOException {
        String sources = sources(room.equals("web") ? "" : room);

        assertThat(words(room, "").stringPropertyNames().stream()
                        .filter(key -> OPEN.stream().noneMatch(key::startsWith)))
                .allMatch(key -> sources.contains("\"" + key.replaceFirst("^problem\\.", "") + "\""));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void every_key_asked_for_is_there(String room) throws IOException {
        Set<String> known = new TreeSet<>(words("web", "").stringPropertyNames());
        known.addAll(words(room, "").stringPropertyNames());

        assertThat(ASKED.matcher(sources(room)).results().map(MatchResult::group))
                .isNotEmpty()
                .allMatch(asked -> known.contains(ASKED.matcher(asked).replaceFirst("$1")));
    }

    private static Properties words(String room, String language) throws IOException {
        Properties words = new Properties();
        try (Reader file =
                Files.newBufferedReader(RESOURCES.resolve(room).resolve("messages" + language + ".properties"))) {
            words.load(file);
        }
        return words;
    }

    private static String sources(String room) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path folder : List.of(CLASSES.resolve(room), RESOURCES.resolve(room))) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|jte)"))
                        .toList()) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }
}
