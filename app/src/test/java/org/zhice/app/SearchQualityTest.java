package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.io.IOUtils;
import org.apache.jena.query.QueryFactory;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhice.loader.input.Home;
import org.zhice.store.Limits;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.Terms;
import org.zhice.store.find.SearchIndex;
import org.zhice.store.find.SearchWords;
import org.zhice.store.memory.MemoryReleases;

/**
 * How well a hundred searches find what they were written for, with our analyzer and with others. The right answers were
 * written down by hand before any search was run; the figures stand in {@code docs/search.md}.
 */
class SearchQualityTest {
    private static final Home HOME = new Home(Path.of(System.getProperty("zhice.home")));
    private static final String SHIPPED = "Zhice: single characters and pairs";
    private static final int TOP = 10;

    private static final Map<String, List<String>> RIGHT = right();
    private static Releases releases;

    /**
     * How good the answers are.
     *
     * @param mrr the mean of one over the place of the first right answer
     * @param recall the mean share of the right answers among the first ten
     * @param first searches with a right answer in the first place
     */
    private record Quality(double mrr, double recall, long first, List<String> missed) {
        String row(String name) {
            return String.format(Locale.ROOT, "| %s | %.3f | %.3f | %d |", name, mrr, recall, first);
        }
    }

    @BeforeAll
    static void the_shipped_data() {
        releases = MemoryReleases.of(Shipped.graph().quads(), Limits.read(HOME.config()));
    }

    @Test
    void a_hundred_searches_ask_for_things_that_are_there() {
        List<String> missing = releases.read(release -> RIGHT.values().stream()
                .flatMap(List::stream)
                .filter(thing ->
                        !release.ask(QueryFactory.create("ASK { <" + Terms.ID + thing.replace(':', '/') + "> ?p ?o }")))
                .toList());

        assertThat(RIGHT).hasSize(100);
        assertThat(missing).isEmpty();
    }

    @Test
    void shipped_analyzer_is_the_best_of_those_compared_and_the_figures_are_those_of_the_documentation()
            throws IOException {
        Map<String, Quality> all = releases.read(SearchQualityTest::measured);
        all.forEach((name, quality) -> System.out.println(quality.row(name)));
        Quality shipped = all.get(SHIPPED);
        System.out.println(String.join("\n", shipped.missed()));

        assertThat(shipped.mrr()).isGreaterThanOrEqualTo(0.9);
        assertThat(shipped.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(all.values()).allMatch(other -> other.mrr() <= shipped.mrr());
        assertThat(Files.readString(HOME.root().resolve("docs/search.md")))
                .contains(all.entrySet().stream()
                        .map(one -> one.getValue().row(one.getKey()))
                        .toList());
    }

    private static Map<String, Quality> measured(Release release) {
        Map<String, SearchIndex> indexes = new LinkedHashMap<>();
        indexes.put(SHIPPED, SearchIndex.of(release));
        indexes.put("Lucene’s CJKAnalyzer: pairs", SearchIndex.of(release, new CJKAnalyzer()));
        indexes.put("Lucene’s smartcn: words of a dictionary", SearchIndex.of(release, new SmartChineseAnalyzer()));
        Map<String, Quality> measured = new LinkedHashMap<>();
        indexes.forEach((name, index) -> measured.put(name, measured(index)));
        return measured;
    }

    private static Quality measured(SearchIndex index) {
        double ranks = 0;
        double found = 0;
        long first = 0;
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, List<String>> search : RIGHT.entrySet()) {
            List<String> hits = hits(index, search.getKey());
            List<String> right = search.getValue();
            int rank = 1
                    + (int) hits.stream().takeWhile(hit -> !right.contains(hit)).count();
            ranks += rank <= hits.size() ? 1.0 / rank : 0;
            first += rank == 1 && !hits.isEmpty() ? 1 : 0;
            found += (double) hits.stream().limit(TOP).filter(right::contains).count() / right.size();
            if (rank > 1 || hits.isEmpty()) {
                missed.add(
                        search + " at " + rank + " of " + hits.stream().limit(5).toList());
            }
        }
        return new Quality(ranks / RIGHT.size(), found / RIGHT.size(), first, missed);
    }

    private static List<String> hits(SearchIndex index, String search) {
        return index.find(SearchWords.of(search)).matches().stream()
                .map(match -> match.thing().iri().substring(Terms.ID.length()).replace('/', ':'))
                .toList();
    }

    /** Searches and the things that they are for. */
    private static Map<String, List<String>> right() {
        try (Reader file = new InputStreamReader(
                SearchQualityTest.class.getResourceAsStream("searches.csv"), StandardCharsets.UTF_8)) {
            Map<String, List<String>> right = new LinkedHashMap<>();
            IOUtils.readLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(row -> right.put(row[0], List.of(row[1].split(" "))));
            return right;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
