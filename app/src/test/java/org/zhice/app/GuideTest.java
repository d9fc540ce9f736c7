package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.remote.RemoteReleases;

/** Every query of the guide finds something in the shipped data. */
class GuideTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));

    @TestFactory
    Stream<DynamicTest> each_query_of_the_guide_has_an_answer() throws Exception {
        String guide = Files.readString(CHECKOUT.resolve("docs/guide.md"));
        String prefixes = blocks(guide, "text").get(0);
        List<String> queries = blocks(guide, "sparql");
        assertThat(queries).hasSize(10);
        return queries.stream()
                .map(query -> dynamicTest(query.lines().findFirst().orElseThrow(), () -> answers(prefixes + query)));
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
