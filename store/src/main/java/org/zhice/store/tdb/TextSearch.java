package org.zhice.store.tdb;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.zhice.store.Hits;
import org.zhice.store.NameMatch;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** Names found by the Lucene index. */
final class TextSearch {
    private static final Query NAMES = Queries.read(TextSearch.class, "names.rq");

    /** Lucene gives the best of them; a word of which there are more names is not worth looking for. */
    private static final int CANDIDATES = 10_000;

    /** Letters and digits of one way to be indexed: Latin and digits as words, all else as characters in a row. */
    private static final Pattern RUN =
            Pattern.compile("[\\p{IsLatin}\\p{Nd}]+|[\\p{L}\\p{N}&&[^\\p{IsLatin}\\p{Nd}]]+");

    private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{Nd}]+");

    private TextSearch() {}

    static Hits find(Release release, String words, int most) {
        NameMatch match = NameMatch.of(words);
        String lucene = lucene(match.words());
        if (lucene.isEmpty()) {
            return new Hits(List.of(), 0, true);
        }
        Result found = release.select(Queries.bound(
                NAMES,
                Map.of(
                        Var.alloc("words"),
                        NodeFactory.createLiteralString(lucene),
                        Var.alloc("most"),
                        NodeFactoryExtra.intToNode(CANDIDATES))));
        return match.among(found, found.rows().size() < CANDIDATES, release, most);
    }

    /** All runs of all words, in Lucene's language; nothing but letters and digits gets into it. */
    private static String lucene(List<String> words) {
        return words.stream()
                .flatMap(word -> RUN.matcher(word).results())
                .map(MatchResult::group)
                .map(run -> WORD.matcher(run).matches() ? "*" + run + "*" : "\"" + run + "\"")
                .collect(Collectors.joining(" AND "));
    }
}
