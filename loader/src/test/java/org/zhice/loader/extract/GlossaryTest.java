package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** English titles and names that are ours keep to the words of the glossary. */
class GlossaryTest {
    private static final Map<String, String> NAMED = Map.of(
            "task", "title_en",
            "section", "title_en",
            "requirement", "title_en",
            "achievement", "title_en",
            "initiative", "name_en",
            "campaign_series", "name_en",
            "campaign_edition", "name_en",
            "metric", "name_en",
            "topic", "name_en");

    /** A note of the glossary that begins with Not or Without forbids what it quotes. */
    private static final Pattern FORBIDDEN = Pattern.compile("\\b(Not|Without) \"([^\"]+)\"");

    @Test
    void a_word_that_the_glossary_forbids_stands_in_no_title() throws IOException {
        List<String> forbidden = new ArrayList<>();
        for (Map<String, String> row : Sources.rows("glossary.csv")) {
            FORBIDDEN
                    .matcher(row.get("note_en"))
                    .results()
                    .map(note -> word(row, note))
                    .forEach(forbidden::add);
        }
        assertThat(forbidden).contains("antitrust", "belt and road initiative").hasSizeGreaterThan(8);
        assertThat(titles())
                .hasSizeGreaterThan(800)
                .allSatisfy((where, title) -> assertThat(forbidden)
                        .as(where + ": " + title)
                        .noneMatch(title.toLowerCase(Locale.ROOT)::contains));
    }

    private static String word(Map<String, String> row, MatchResult note) {
        String word = note.group(1).equals("Not") ? note.group(2) : row.get("term_en") + " " + note.group(2);
        return word.toLowerCase(Locale.ROOT);
    }

    @Test
    void quotation_marks_in_english_are_straight() throws IOException {
        assertThat(titles().values()).noneMatch(title -> title.matches(".*[“”‘’].*"));
    }

    /** What is only promoted, or put off to due time, is not said to come out. */
    @Test
    void a_title_says_that_something_comes_out_only_where_the_task_promises_it_or_that_it_is_promoted()
            throws IOException {
        Map<String, List<String>> promises = new TreeMap<>();
        Sources.rows("legislative_action.csv")
                .forEach(row -> promises.computeIfAbsent(row.get("task"), task -> new ArrayList<>())
                        .add(row.get("action") + " " + row.get("commitment")));
        List<Map<String, String>> promoted = Sources.rows("task.csv").stream()
                .filter(row -> promises.getOrDefault(row.get("id"), List.of()).contains("issue advance"))
                .filter(row -> row.get("title_zh").contains("出台"))
                .toList();
        assertThat(promoted).hasSize(3).allSatisfy(row -> {
            assertThat(row.get("title_zh")).contains("推动");
            assertThat(row.get("title_en").toLowerCase(Locale.ROOT)).contains("promote");
        });
    }

    private static Map<String, String> titles() throws IOException {
        Map<String, String> titles = new TreeMap<>();
        for (Map.Entry<String, String> named : NAMED.entrySet()) {
            for (Map<String, String> row : Sources.rows(named.getKey() + ".csv")) {
                titles.put(named.getKey() + " " + row.get("id"), row.get(named.getValue()));
            }
        }
        return titles;
    }
}
