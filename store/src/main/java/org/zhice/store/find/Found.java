package org.zhice.store.find;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeMap;
import org.zhice.store.Label;
import org.zhice.store.Terms;

/**
 * What a search found, the best first.
 *
 * @param matches of each thing its best one
 * @param part whether no text holds all words, and these hold most of them
 * @param whole false if the release has more texts than are searched
 */
public record Found(List<Match> matches, boolean part, boolean whole) {
    public Found {
        matches = List.copyOf(matches);
    }

    /**
     * A thing with an address of its own.
     *
     * @param years of the documents that speak of it
     * @param agencies that have to do with it, by their local names
     */
    public record Thing(String iri, Label label, Set<String> years, Set<String> agencies) {
        /** The kind of thing: the segment before the local name. */
        public String type() {
            return iri.substring(Terms.ID.length()).replaceFirst("/.*", "");
        }
    }

    /**
     * A thing that was found.
     *
     * @param property the kind of text, such as {@code skos:altLabel}, as an IRI
     * @param text the name, title or wording in which the words stand
     */
    public record Match(Thing thing, String property, String text) {}

    /** A part of a text: what was looked for, or what stands around it. */
    public record Part(String text, boolean found) {}

    /** Those that have a value of each facet that is given. */
    public Found only(Map<Facet, String> values) {
        return new Found(matches.stream().filter(match -> fits(match, values)).toList(), part, whole);
    }

    private static boolean fits(Match match, Map<Facet, String> values) {
        return values.entrySet().stream()
                .allMatch(value -> value.getKey().of(match.thing()).contains(value.getValue()));
    }

    /** How many there are of each value of a facet, by value. */
    public Map<String, Integer> counts(Facet facet) {
        Map<String, Integer> counts = new TreeMap<>();
        matches.forEach(match -> facet.of(match.thing()).forEach(value -> counts.merge(value, 1, Integer::sum)));
        return counts;
    }

    /** The same with the values of which there are most first. */
    public List<Entry<String, Integer>> most(Facet facet) {
        return counts(facet).entrySet().stream()
                .sorted(Entry.<String, Integer>comparingByValue().reversed().thenComparing(Entry.comparingByKey()))
                .toList();
    }
}
