package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhice.loader.extract.rows.Lexicon.Metric;

/**
 * Finds the metric that a statement speaks of. Names and statements are compared by their pairs of characters, rare pairs
 * weighing more: nearly all pairs of the name must stand in the sentence, and most of the noun in the name, else there is
 * no metric. Two that fit equally well are none.
 */
final class MetricNames {
    private static final double NAME = 0.75;
    private static final double NOUN = 0.6;
    private static final double MARGIN = 0.03;
    private static final Pattern LIGHT =
            Pattern.compile("[^\\u4E00-\\u9FFFA-Za-z0-9]|我国|中国|全国|国内|全年|累计|达到|目前|建成|[的了等达共]");
    private static final Pattern END = Pattern.compile("总?[数量额]$");
    private static final int OTHERS = 3;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private record Entry(Metric metric, String name, Set<String> pairs) {
        /** Whether no word of the name is missing: no two characters that follow one another. */
        boolean isSaid(String context) {
            for (int i = 0; i + 1 < name.length(); i++) {
                if (context.indexOf(name.charAt(i)) < 0 && context.indexOf(name.charAt(i + 1)) < 0) {
                    return false;
                }
            }
            return true;
        }

        /** Whether a noun has a word before the name, or too many others: then it is of something narrower. */
        boolean holds(String noun) {
            boolean opens = noun.isEmpty() || metric.name().indexOf(noun.charAt(0)) >= 0;
            return opens
                    && noun.chars().filter(c -> metric.name().indexOf(c) < 0).count() <= OTHERS;
        }
    }

    MetricNames(List<Metric> metrics) {
        for (Metric metric : metrics) {
            String name = plain(END.matcher(metric.name()).replaceFirst(""));
            Set<String> pairs = pairs(name);
            entries.add(new Entry(metric, name, pairs));
            pairs.forEach(pair -> counts.merge(pair, 1, Integer::sum));
        }
    }

    /**
     * The metric, or null.
     *
     * @param noun what is counted
     * @param context the words of the sentence up to the number, and those after it
     * @param unit of the number, or null where it may differ from that of the metric
     */
    Metric of(String noun, String context, String unit) {
        Set<String> around = pairs(context);
        Set<String> counted = pairs(noun);
        String bare = plain(noun);
        Metric best = null;
        double most = 0;
        double second = 0;
        for (Entry entry : entries) {
            boolean fits = entry.isSaid(context)
                    && entry.holds(bare)
                    && (unit == null || unit.equals(entry.metric().unit()));
            double score = fits && part(counted, entry.pairs()) >= NOUN ? part(entry.pairs(), around) : 0;
            if (score > most) {
                second = most;
                most = score;
                best = entry.metric();
            } else {
                second = Math.max(second, score);
            }
        }
        return most >= NAME && most - second >= MARGIN ? best : null;
    }

    /** How much of some pairs is among others. */
    private double part(Set<String> pairs, Set<String> others) {
        double all = 0;
        double found = 0;
        for (String pair : pairs) {
            double weight = 1.0 / (1 + Math.log(counts.getOrDefault(pair, 1)));
            all += weight;
            found += others.contains(pair) ? weight : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    private static Set<String> pairs(String words) {
        Set<String> pairs = new HashSet<>();
        String plain = plain(words);
        for (int i = 0; i < plain.length(); i++) {
            pairs.add(plain.substring(i, i + 1));
            pairs.add(plain.substring(i, Math.min(plain.length(), i + 2)));
        }
        return pairs;
    }

    private static String plain(String words) {
        return LIGHT.matcher(words).replaceAll("");
    }
}
