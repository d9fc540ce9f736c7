package org.zhice.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Hits.Hit;

/**
 * Which names hold the words that are looked for, and which of them come first. Whatever finds the candidates, an index or a
 * scan, their choice and order are made here, so that all stores find the same.
 *
 * @param words folded
 */
public record NameMatch(List<String> words) {
    private record Candidate(String thing, String name) {
        static Candidate of(Binding row) {
            return new Candidate(Result.text(row, "thing"), Result.text(row, "name"));
        }
    }

    private record Ranked(Candidate candidate, int rank) {}

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(Ranked::rank)
            .thenComparingInt(ranked -> ranked.candidate().name().length())
            .thenComparing(ranked -> ranked.candidate().thing());

    /** For words as somebody typed them. */
    public static NameMatch of(String words) {
        return new NameMatch(Names.words(words));
    }

    /**
     * Of each thing the best name, the best first.
     *
     * @param candidates rows with the columns {@code thing} and {@code name}
     * @param whole whether these are all candidates
     * @param most how many to show
     */
    public Hits among(Result candidates, boolean whole, Release release, int most) {
        Map<String, Ranked> best = new LinkedHashMap<>();
        for (Binding row : candidates.rows()) {
            Candidate candidate = Candidate.of(row);
            int rank = rank(Names.fold(candidate.name()));
            if (rank >= 0) {
                best.merge(candidate.thing(), new Ranked(candidate, rank), NameMatch::better);
            }
        }
        List<Candidate> shown = best.values().stream()
                .sorted(BEST_FIRST)
                .limit(most)
                .map(Ranked::candidate)
                .toList();
        return new Hits(hits(shown, release), best.size(), whole);
    }

    private static Ranked better(Ranked one, Ranked other) {
        return BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    /** The whole name, its beginning, or anywhere in it; −1 for not at all. */
    private int rank(String name) {
        if (words.isEmpty() || !words.stream().allMatch(name::contains)) {
            return -1;
        }
        String all = String.join(" ", words);
        return name.equals(all) ? 0 : name.startsWith(all) ? 1 : 2;
    }

    private static List<Hit> hits(List<Candidate> shown, Release release) {
        List<Node> things = shown.stream()
                .map(candidate -> NodeFactory.createURI(candidate.thing()))
                .toList();
        Map<Node, Label> labels = Labels.of(release, things);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            hits.add(
                    new Hit(shown.get(i).thing(), shown.get(i).name(), labels.getOrDefault(things.get(i), Label.NONE)));
        }
        return hits;
    }
}
