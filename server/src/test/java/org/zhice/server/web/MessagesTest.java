package org.zhice.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Path MAIN = Path.of("src/main");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(keys(Language.ZH)).isEqualTo(keys(Language.EN));
    }

    @Test
    void no_text_has_a_straight_apostrophe_since_formats_swallow_it() {
        for (Language language : Language.values()) {
            Messages messages = Messages.in(language);
            assertThat(keys(language))
                    .noneMatch(key -> messages.bundle().getString(key).contains("'"));
        }
    }

    @Test
    void chinese_texts_are_chinese() {
        Messages messages = Messages.in(Language.ZH);
        Set<String> latin = keys(Language.ZH).stream()
                .filter(key -> messages.bundle().getString(key).codePoints().noneMatch(Character::isIdeographic))
                .collect(Collectors.toSet());

        assertThat(latin).containsExactlyInAnyOrder("site.language", "problem.refused", "unit.PERCENT");
    }

    @Test
    void every_key_is_used() throws IOException {
        String sources = sources();
        List<String> unused = keys(Language.EN).stream()
                .filter(key -> !sources.contains("\"" + key + "\""))
                .filter(key -> !key.startsWith("problem.") || !sources.contains(key.substring(8)))
                .filter(key -> !key.startsWith("problem.parameter-"))
                .filter(key -> Stream.of("unit.", "kind.", "contract.", "status.", "query.expect.", "query.page.")
                        .noneMatch(key::startsWith))
                .toList();

        assertThat(unused).isEmpty();
    }

    private static Set<String> keys(Language language) {
        return new TreeSet<>(Messages.in(language).bundle().keySet());
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            StringBuilder all = new StringBuilder();
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(java|jte)")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }
}
