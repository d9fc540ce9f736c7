package org.zhice.loader.extract;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The names that the reviewed tables know.
 *
 * @param agencies every form of every agency
 * @param usages by printed form and year, which agency the reviewed tables take it for
 * @param instruments every form of every title, without 《》, and the id of its instrument
 * @param campaigns the series of enforcement campaigns
 */
public record Lexicon(
        List<Agency> agencies,
        Map<String, NavigableMap<Integer, String>> usages,
        Map<String, String> instruments,
        List<Campaign> campaigns) {

    /**
     * A series of campaigns.
     *
     * @param series its id
     * @param names every name that it was printed with, with and without its kind, without a year
     */
    public record Campaign(String series, Set<String> names) {}

    /** What a printed form may mean. */
    Map<String, List<Agency>> byForm() {
        return agencies.stream().collect(Collectors.groupingBy(Agency::form));
    }

    /** The one agency that a form means in a year; none if the form is unknown or cannot be told apart. */
    static Optional<String> resolve(String form, int year, List<Agency> candidates, Lexicon lexicon) {
        Set<String> ids = candidates.stream()
                .filter(name -> year == 0 || name.isNamedIn(year))
                .map(Agency::agency)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ids.isEmpty()) {
            candidates.forEach(name -> ids.add(name.agency()));
        }
        if (ids.size() == 1) {
            return Optional.of(ids.iterator().next());
        }
        return nearest(lexicon.usages().getOrDefault(form, new TreeMap<>()), year)
                .filter(ids::contains);
    }

    private static Optional<String> nearest(NavigableMap<Integer, String> usage, int year) {
        Collection<Integer> years = usage.keySet();
        return years.stream()
                .min(Comparator.comparingInt((Integer y) -> Math.abs(y - year)).thenComparing(y -> y))
                .map(usage::get);
    }
}
