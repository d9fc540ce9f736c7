package org.zhice.loader.extract.rows;

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
 * @param initiatives programmes, pilots, platforms, events and publications
 * @param organisations international bodies and groupings
 * @param terms other words of the field, which help to repair damaged ones
 * @param metrics what figures may be figures of
 * @param areas where they may be figures of
 */
public record Lexicon(
        List<Agency> agencies,
        Map<String, NavigableMap<Integer, String>> usages,
        Map<String, String> instruments,
        List<Campaign> campaigns,
        List<Named> initiatives,
        List<Named> organisations,
        Set<String> terms,
        List<Metric> metrics,
        List<Area> areas) {

    /**
     * A form of the name of an agency.
     *
     * @param agency its id
     * @param form as it may be printed
     * @param from first year in which the form means this agency, or 0
     * @param until last such year, or 9999
     */
    public record Agency(String agency, String form, int from, int until) {
        boolean isNamedIn(int year) {
            return year >= from && year <= until;
        }
    }

    /**
     * A series of campaigns.
     *
     * @param series its id
     * @param names every name that it was printed with, with and without its kind, without a year
     * @param editions the ids of its editions, such as {@code kunlun-2023}
     */
    public record Campaign(String series, Set<String> names, Set<String> editions) {}

    /**
     * A thing with its names.
     *
     * @param id as other tables point to it, such as {@code initiative/ip-publicity-week}
     * @param kind programme, pilot, platform, event, publication or organisation
     * @param names its name and every form in which it was printed
     */
    public record Named(String id, String kind, Set<String> names) {}

    /**
     * A metric.
     *
     * @param id its id
     * @param name in our words
     * @param kind stock, flow, ratio, duration, score or ranking
     * @param unit QUDT local name
     */
    public record Metric(String id, String name, String kind, String unit) {}

    /**
     * An area.
     *
     * @param id its id
     * @param kind country, province, city and so on
     * @param names its full name, then the others
     */
    public record Area(String id, String kind, List<String> names) {}

    /** Every name and term. */
    public Set<String> words() {
        Set<String> words = new LinkedHashSet<>(terms);
        agencies.forEach(agency -> words.add(agency.form()));
        words.addAll(instruments.keySet());
        campaigns.forEach(campaign -> words.addAll(campaign.names()));
        return words;
    }

    /** Whether the tables have an edition of a campaign. */
    public boolean hasEdition(String id) {
        return campaigns.stream().anyMatch(campaign -> campaign.editions().contains(id));
    }

    /** What a printed form may mean. */
    public Map<String, List<Agency>> byForm() {
        return agencies.stream().collect(Collectors.groupingBy(Agency::form));
    }

    /** The one agency that a form means in a year; none if the form is unknown or cannot be told apart. */
    public static Optional<String> resolve(String form, int year, List<Agency> candidates, Lexicon lexicon) {
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
