package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.remote.RemoteReleases;

/** Every query of the guide finds something in the shipped data, and the guide is the same in both languages. */
class GuideTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));

    @TestFactory
    Stream<DynamicTest> each_query_of_the_guide_has_an_answer() throws Exception {
        String guide = guide("guide.md");
        String prefixes = blocks(guide, "text").get(0);
        List<String> queries = blocks(guide, "sparql");
        assertThat(queries).hasSize(12);
        return queries.stream()
                .map(query -> dynamicTest(query.lines().findFirst().orElseThrow(), () -> answers(prefixes + query)));
    }

    @Test
    void both_languages_have_the_same_examples_in_the_same_chapters() throws Exception {
        String english = guide("guide.md");
        String chinese = guide("guide.zh.md");
        assertThat(blocks(chinese, "\\w+")).isEqualTo(blocks(english, "\\w+")).hasSizeGreaterThan(11);
        assertThat(ranks(chinese)).isEqualTo(ranks(english));
        assertThat(links(chinese)).isEqualTo(links(english)).hasSizeGreaterThan(5);
    }

    private static String guide(String name) throws IOException {
        return Files.readString(CHECKOUT.resolve("docs").resolve(name));
    }

    private static List<String> ranks(String markdown) {
        return markdown.lines()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
    }

    /** Where the links lead, whatever the language there. */
    private static List<String> links(String markdown) {
        return Pattern.compile("\\]\\(([^)]+)\\)")
                .matcher(markdown)
                .results()
                .map(link -> link.group(1).replace("?lang=zh", ""))
                .sorted()
                .toList();
    }

    private static void answers(String sparql) {
        URI endpoint = URI.create(Shipped.server().url() + "sparql");
        Releases releases = new RemoteReleases(endpoint, Limits.read(Shipped.HOME.config()));
        boolean found = releases.read(
                release -> !release.select(QueryFactory.create(sparql)).rows().isEmpty());
        assertThat(found).as(sparql).isTrue();
    }

    private static List<String> blocks(String markdown, String language) {
        return Pattern.compile("```" + language + "\\R(.*?)```", Pattern.DOTALL)
                .matcher(markdown)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }
}
