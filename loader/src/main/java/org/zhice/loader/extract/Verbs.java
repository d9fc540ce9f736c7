package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.rows.Lexicon;

/** The verbs that promise something of an instrument, as the resource files list them. */
final class Verbs {
    private static final List<Rule> RULES = Resource.rows(Verbs.class, "actions.tsv").stream()
            .map(row -> new Rule(row.get(0), Pattern.compile(row.get(1)), row.get(2), row.get(3)))
            .toList();
    private static final List<Weight> WEIGHTS = Resource.rows(Verbs.class, "commitments.tsv").stream()
            .map(row -> new Weight(Pattern.compile(row.get(0)), row.get(1)))
            .toList();
    private static final Pattern CHAIN = Pattern.compile("(?:"
            + Stream.concat(
                            RULES.stream().map(rule -> rule.pattern().pattern()),
                            longestFirst(Resource.column(Lexicon.class, "verbs.tsv")).stream())
                    .collect(Collectors.joining("|"))
            + ")+");

    private Verbs() {}

    private static List<String> longestFirst(List<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A line of {@code actions.tsv}. */
    record Rule(String id, Pattern pattern, String action, String commitment) {}

    private record Weight(Pattern pattern, String commitment) {}

    /** A rule and where its verb stands. */
    record Match(Rule rule, int start, int end) {}

    /** The first verb of a stretch of text, the longest of those that begin there; or null. */
    static Match first(String text, int from, int to) {
        return all(text, from, to).stream()
                .min(Comparator.comparingInt(Match::start).thenComparing(Match::end, Comparator.reverseOrder()))
                .orElse(null);
    }

    /** The last verb of a stretch of text, the longest of those that end there; or null. */
    static Match last(String text, int from, int to) {
        return all(text, from, to).stream()
                .max(Comparator.comparingInt(Match::end).thenComparing(Match::start, Comparator.reverseOrder()))
                .orElse(null);
    }

    private static List<Match> all(String text, int from, int to) {
        List<Match> matches = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(text).region(from, to);
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    matches.add(new Match(rule, matcher.start(), matcher.end()));
                }
            }
        }
        return matches;
    }

    /** How firm the promise is: what its other words say, else what its verb says. */
    static String commitment(Rule rule, String words) {
        return WEIGHTS.stream()
                .filter(weight -> weight.pattern().matcher(words).find())
                .map(Weight::commitment)
                .findFirst()
                .orElse(rule.commitment());
    }

    /** The run of verbs and adverbs that begins a clause, else the one that ends it; perhaps empty. */
    static String chain(String clause) {
        Matcher chain = CHAIN.matcher(clause);
        if (chain.lookingAt()) {
            return chain.group();
        }
        String last = "";
        while (chain.find()) {
            last = chain.end() == clause.length() ? chain.group() : "";
        }
        return last;
    }
}
