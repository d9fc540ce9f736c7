package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.rows.Extraction.TaskRow;

/** Each right and each field that a task names is among its topics, however many they are. */
class TopicsTest {
    private static final List<List<String>> WORDS = Resource.rows(TopicsTest.class, "topic-words.tsv");
    private static final Set<String> OTHER_THINGS =
            Resource.rows(TopicsTest.class, "topic-words-of-other-things.tsv").stream()
                    .map(row -> row.get(0) + " " + row.get(1))
                    .collect(Collectors.toCollection(TreeSet::new));

    @Test
    void every_right_and_field_named_in_the_text_of_a_task_is_among_its_topics() throws IOException {
        Map<String, String> texts = IntStream.of(2019, 2023, 2024)
                .mapToObj(year -> Sources.plan(year).tasks())
                .flatMap(List::stream)
                .collect(Collectors.toMap(TaskRow::id, TaskRow::text));
        assertThat(texts).hasSize(106 + 139 + 110);
        assertThat(without(texts, word -> OTHER_THINGS.contains(word))).isEmpty();
        assertThat(without(texts, word -> false)).hasSameSizeAs(OTHER_THINGS);
    }

    @Test
    void every_right_and_field_named_in_the_title_of_a_task_is_among_its_topics() throws IOException {
        Map<String, String> titles = Sources.rows("task.csv").stream()
                .collect(Collectors.toMap(row -> row.get("id"), row -> row.get("title_zh")));
        assertThat(titles).hasSize(106 + 139 + 110);
        assertThat(without(titles, word -> OTHER_THINGS.contains(word))).isEmpty();
    }

    /** The two branches of the topic tree below which rights and fields stand. */
    @Test
    void every_kind_of_right_and_every_sector_has_words() throws IOException {
        Set<String> worded = WORDS.stream().map(row -> row.get(0)).collect(Collectors.toSet());
        assertThat(Sources.rows("topic.csv").stream()
                        .filter(row -> Stream.of("rights", "sectors").anyMatch(row.get("broader")::equals))
                        .map(row -> row.get("id")))
                .isNotEmpty()
                .allMatch(worded::contains);
    }

    /** Words of texts whose topic is missing, each once for a task, with the words that are excused left out. */
    private static List<String> without(Map<String, String> texts, Predicate<String> excused) throws IOException {
        Map<String, Set<String>> topics = new HashMap<>();
        Sources.rows("task_topic.csv")
                .forEach(row -> topics.computeIfAbsent(row.get("task"), task -> new HashSet<>())
                        .add(row.get("topic")));
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (List<String> word : WORDS) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Matcher matcher = Pattern.compile(word.get(1)).matcher(text.getValue());
                Set<String> seen = new TreeSet<>();
                while (matcher.find()) {
                    found++;
                    seen.add(text.getKey() + " " + matcher.group());
                }
                if (!topics.get(text.getKey()).contains(word.get(0))) {
                    seen.stream().filter(excused.negate()).forEach(missing::add);
                }
            }
        }
        assertThat(found).isGreaterThan(300);
        return missing;
    }
}
