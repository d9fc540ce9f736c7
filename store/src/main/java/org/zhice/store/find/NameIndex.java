package org.zhice.store.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/**
 * The names of all things of a release, in memory, to find what somebody may have meant. Width, case, Chinese script, spaces
 * and marks do not matter.
 *
 * <p>The score of a name is 1 if it is the very name. Else it is the greatest of three shares, at most 0.99: of the letters
 * that stay if one name is turned into the other, if more than half do; of what both have in common (Chinese characters and
 * pairs of them, words and groups of three letters), where what few names have counts more; and, where one is part of the
 * other, even with gaps as Chinese short forms have them, the root of its share. The name of the country does not count. If
 * only one of them holds a number the score is 0.95 of that; if they hold different ones, 0.7.
 */
public final class NameIndex {
    private static final Query NAMES = Queries.read(NameIndex.class, "name-index.rq");

    /** How many names are compared in full: those that have most in common. */
    private static final int COMPARED = 200;

    /** Shorter names are words that may mean anything. */
    private static final int LEAST_CERTAIN = 3;

    /** How a name was found. */
    public enum Method {
        /** It is the very name, or the identifier. */
        EXACT,
        /** It is like it. */
        SIMILAR;

        /** As it is written. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What somebody may have meant.
     *
     * @param kind of the thing: the segment of its address
     * @param name the name of it that is most alike
     * @param score from 0 to 1
     */
    public record Found(String thing, String kind, String name, double score, Method method) {}

    /** @param hidden whether it is the name of another thing, by which this one is found */
    private record Entry(String thing, String kind, String name, boolean hidden, NameKey key, double weight) {}

    private record Scored(Entry entry, double score) {}

    private static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble(Scored::score)
            .reversed()
            .thenComparing(scored -> scored.entry().key().length())
            .thenComparing(scored -> scored.entry().thing());

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, List<Entry>> byName;
    private final Map<String, List<Entry>> byThing;
    private final Map<String, List<Integer>> byFeature = new HashMap<>();

    private NameIndex(List<Binding> rows) {
        List<Set<String>> features = rows.stream()
                .map(row -> NameKey.of(Result.text(row, "name")).features())
                .toList();
        for (int i = 0; i < rows.size(); i++) {
            for (String feature : features.get(i)) {
                byFeature.computeIfAbsent(feature, first -> new ArrayList<>()).add(i);
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            entries.add(entry(rows.get(i), weight(features.get(i), rows.size())));
        }
        byName = by(entry -> entry.key().whole());
        byThing = by(Entry::thing);
    }

    /** That of a release; worked out once for each. */
    public static NameIndex of(Release release) {
        return release.memo(NameIndex.class, () -> new NameIndex(rows(release)));
    }

    /** In as many parts as the limit of rows asks for. */
    private static List<Binding> rows(Release release) {
        List<Binding> rows = new ArrayList<>();
        boolean whole = false;
        while (!whole) {
            Query next = NAMES.cloneQuery();
            next.setOffset(rows.size());
            Result part = release.select(next);
            rows.addAll(part.rows());
            whole = part.whole();
        }
        return rows;
    }

    private static Entry entry(Binding row, double weight) {
        String thing = Result.text(row, "thing");
        String name = Result.text(row, "name");
        boolean hidden = Result.text(row, "hidden").equals("true");
        return new Entry(thing, kind(thing), name, hidden, NameKey.of(name), weight);
    }

    private static String kind(String thing) {
        return thing.substring(Terms.ID.length()).replaceFirst("/.*", "");
    }

    private Map<String, List<Entry>> by(Function<Entry, String> key) {
        return entries.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    /** The kinds of things that have names, those with most names first. */
    public List<String> kinds() {
        Map<String, Long> names =
                entries.stream().collect(Collectors.groupingBy(Entry::kind, TreeMap::new, Collectors.counting()));
        return names.keySet().stream()
                .sorted(Comparator.comparing(names::get).reversed())
                .toList();
    }

    /** Whether a thing has a name. */
    public boolean knows(String thing) {
        return byThing.containsKey(thing);
    }

    /** Whether a text is a name of a thing. */
    public boolean isName(String thing, String text) {
        String name = NameKey.of(text).whole();
        return byThing.getOrDefault(thing, List.of()).stream()
                .anyMatch(entry -> entry.key().whole().equals(name));
    }

    /**
     * What a text may mean, the best first, each thing once with its best name.
     *
     * @param kinds of the things looked for; none for all
     * @param most how many at most
     */
    public List<Found> find(String text, Set<String> kinds, int most) {
        NameKey key = NameKey.of(text);
        Map<String, Scored> best = new LinkedHashMap<>();
        common(key, kinds).stream()
                .map(common -> scored(key, common))
                .sorted(BEST_FIRST)
                .forEach(scored -> best.putIfAbsent(scored.entry().thing(), scored));
        return best.values().stream().limit(most).map(NameIndex::found).toList();
    }

    /**
     * The one thing that a text means for certain: it is a name of one thing alone, is not hidden, and is not too short.
     *
     * @param kinds of the things looked for; none for all
     * @param alsoIs what else must be true of it
     */
    public Optional<String> certain(String text, Set<String> kinds, Predicate<String> alsoIs) {
        NameKey key = NameKey.of(text);
        List<String> things = byName.getOrDefault(key.whole(), List.of()).stream()
                .filter(entry -> isOf(kinds, entry) && !entry.hidden())
                .map(Entry::thing)
                .distinct()
                .filter(alsoIs)
                .toList();
        return key.length() >= LEAST_CERTAIN && things.size() == 1 ? Optional.of(things.get(0)) : Optional.empty();
    }

    /**
     * Things of which a name, or else a word in it, begins with a text; short names first.
     *
     * @param kinds of the things looked for; none for all
     */
    public List<Found> beginning(String text, Set<String> kinds) {
        String begun = NameKey.of(text).whole();
        if (begun.isEmpty()) {
            return List.of();
        }
        Map<String, Scored> best = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> isOf(kinds, entry) && entry.key().whole().contains(begun))
                .map(entry -> new Scored(entry, begins(entry.key().whole(), begun)))
                .sorted(BEST_FIRST)
                .forEach(scored -> best.putIfAbsent(scored.entry().thing(), scored));
        return best.values().stream().map(NameIndex::found).toList();
    }

    private static double begins(String name, String begun) {
        if (name.equals(begun)) {
            return 1;
        }
        return name.startsWith(begun) ? 0.9 : name.contains(" " + begun) ? 0.8 : 0.5;
    }

    private static boolean isOf(Set<String> kinds, Entry entry) {
        return kinds.isEmpty() || kinds.contains(entry.kind());
    }

    private static Found found(Scored scored) {
        Entry entry = scored.entry();
        Method method = scored.score() == 1 ? Method.EXACT : Method.SIMILAR;
        return new Found(entry.thing(), entry.kind(), entry.name(), scored.score(), method);
    }

    private static Scored scored(NameKey key, Scored common) {
        NameKey name = common.entry().key();
        boolean same = key.whole().equals(name.whole());
        return new Scored(common.entry(), same ? 1 : NameSimilarity.of(key, name, common.score()));
    }

    /** The names that have most in common with another one, by the cosine of their features. */
    private List<Scored> common(NameKey key, Set<String> kinds) {
        Set<String> features = key.features();
        double weight = weight(features, entries.size());
        double[] shared = new double[entries.size()];
        for (String feature : features) {
            List<Integer> having = byFeature.getOrDefault(feature, List.of());
            double each = weight(having.size(), entries.size());
            having.forEach(entry -> shared[entry] += each);
        }
        return IntStream.range(0, shared.length)
                .filter(i -> shared[i] > 0 && isOf(kinds, entries.get(i)))
                .mapToObj(i -> new Scored(
                        entries.get(i),
                        shared[i] / Math.sqrt(weight * entries.get(i).weight())))
                .sorted(BEST_FIRST)
                .limit(COMPARED)
                .toList();
    }

    private double weight(Set<String> features, int names) {
        return features.stream()
                .mapToDouble(feature ->
                        weight(byFeature.getOrDefault(feature, List.of()).size(), names))
                .sum();
    }

    /** The fewer names have it, the more: the square of the inverse document frequency. */
    private static double weight(int having, int names) {
        double rarity = Math.log(1 + (double) names / Math.max(1, having));
        return rarity * rarity;
    }
}
