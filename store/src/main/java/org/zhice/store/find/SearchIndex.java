package org.zhice.store.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.zhice.store.Release;
import org.zhice.store.ZhAnalyzer;
import org.zhice.store.find.Found.Match;
import org.zhice.store.find.Found.Part;
import org.zhice.store.find.Found.Thing;
import org.zhice.store.find.SearchTexts.Text;

/** Names, titles and wordings of a release, to be searched by words. The image lies in memory and lives as long as it. */
public final class SearchIndex {
    /** The tier of names in which the words do not stand in a row. */
    private static final int SCATTERED = 3;

    private static final int VERY_FEW = 2;

    private final SearchTexts texts;
    private final Analyzer analyzer;
    private final IndexSearcher searcher;
    private final Map<String, Thing> things = new HashMap<>();
    private final Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);

    private SearchIndex(SearchTexts texts, Analyzer analyzer) {
        this.texts = texts;
        this.analyzer = analyzer;
        this.searcher = searcher(texts.all(), analyzer);
        texts.all().forEach(text -> things.put(text.thing().iri(), text.thing()));
        for (Facet facet : Facet.values()) {
            values.put(facet, new TreeSet<>());
            things.values().forEach(thing -> values.get(facet).addAll(facet.of(thing)));
        }
    }

    /** That of a release; made once for each. */
    public static SearchIndex of(Release release) {
        return release.memo(SearchIndex.class, () -> of(release, new ZhAnalyzer()));
    }

    /** One with an analyzer of its own, to compare it. */
    public static SearchIndex of(Release release, Analyzer analyzer) {
        return new SearchIndex(SearchTexts.of(release), analyzer);
    }

    /** A thing that has a name or a text. */
    public Optional<Thing> thing(String iri) {
        return Optional.ofNullable(things.get(iri));
    }

    /** All values of a facet, sorted. */
    public Set<String> values(Facet facet) {
        return Collections.unmodifiableSet(values.get(facet));
    }

    /** The numbers of documents are those of the texts: only neighbouring segments are merged. */
    private static IndexSearcher searcher(List<Text> texts, Analyzer analyzer) {
        try {
            Directory memory = new ByteBuffersDirectory();
            IndexWriterConfig config = new IndexWriterConfig(analyzer).setMergePolicy(new LogDocMergePolicy());
            try (IndexWriter writer = new IndexWriter(memory, config)) {
                for (Text text : texts) {
                    Document document = new Document();
                    document.add(new TextField(SearchQuery.FIELD, text.text(), Store.NO));
                    writer.addDocument(document);
                }
            }
            return new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How a text ranks; less is better.
     *
     * @param tier names before wordings; of each the whole, then its beginning, then the words in a row, then the rest
     * @param years of how many years the documents are that speak of the thing; of words in a row they count more than the
     *     score, so that a campaign comes before its editions
     */
    private record Ranked(Text text, int tier, float score, int years) {
        static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(Ranked::tier)
                .thenComparing(Comparator.comparingInt(Ranked::yearsFirst).reversed())
                .thenComparing(Comparator.comparingDouble(Ranked::score).reversed())
                .thenComparing(Comparator.comparingInt(Ranked::years).reversed())
                .thenComparingInt(ranked -> ranked.text().text().length())
                .thenComparing(ranked -> ranked.text().thing().iri())
                .thenComparing(ranked -> ranked.text().text());

        static Ranked of(Text text, String words, float score) {
            String name = text.folded();
            int tier = name.equals(words) ? 0 : name.startsWith(words) ? 1 : name.contains(words) ? 2 : SCATTERED;
            int all = text.isWording() ? tier + SCATTERED + 1 : tier;
            return new Ranked(text, all, score, text.thing().years().size());
        }

        private int yearsFirst() {
            return tier < SCATTERED ? years : 0;
        }

        static Ranked better(Ranked one, Ranked other) {
            return BEST_FIRST.compare(one, other) <= 0 ? one : other;
        }
    }

    /**
     * The things of which one text holds all words or, where there is none, most of them. After very few things come those
     * of which a text lacks one pair of characters.
     */
    public Found find(SearchWords words) {
        SearchQuery query = SearchQuery.of(words, analyzer);
        List<Match> all = query.clauses().isEmpty() ? List.of() : matches(words, query.every());
        if (!all.isEmpty() && all.size() <= VERY_FEW && query.isVeryLong()) {
            return new Found(with(all, matches(words, query.nearly())), false, texts.whole());
        }
        if (!all.isEmpty() || !query.isLong()) {
            return new Found(all, false, texts.whole());
        }
        List<Match> most = matches(words, query.most());
        return new Found(most, !most.isEmpty(), texts.whole());
    }

    private static List<Match> with(List<Match> all, List<Match> more) {
        Set<Thing> things = all.stream().map(Match::thing).collect(Collectors.toSet());
        return Stream.concat(all.stream(), more.stream().filter(match -> !things.contains(match.thing())))
                .toList();
    }

    private List<Match> matches(SearchWords words, Query lucene) {
        Map<String, Ranked> best = new LinkedHashMap<>();
        for (ScoreDoc found : scores(lucene)) {
            Text text = texts.all().get(found.doc);
            best.merge(text.thing().iri(), Ranked.of(text, words.joined(), found.score), Ranked::better);
        }
        return best.values().stream()
                .sorted(Ranked.BEST_FIRST)
                .map(Ranked::text)
                .map(text -> new Match(text.thing(), text.property(), text.text()))
                .toList();
    }

    /** The text of a match in parts, what was looked for and what stands around it; of a long one a piece. */
    public List<Part> parts(Match match, SearchWords words) {
        return Highlight.of(match.text(), SearchQuery.of(words, analyzer), analyzer);
    }

    private ScoreDoc[] scores(Query query) {
        try {
            return searcher.search(query, Math.max(1, texts.all().size())).scoreDocs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
