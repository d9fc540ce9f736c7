package org.zhice.server.explore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.explore.Kind.View;
import org.zhice.server.web.Problem;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * What was found for a choice.
 *
 * @param rows all things of the result
 * @param counts how many things have which value of a facet, the most frequent first; what is chosen in the same facet does
 *     not narrow it
 * @param drawn the rows that a chart or a network shows; none of a list
 * @param whole false if there is more of any of these than an answer may hold
 */
record Explored(Choice choice, Result rows, Map<Facet, List<Count>> counts, List<Binding> drawn, boolean whole) {
    static final Var COUNT = Var.alloc("count");

    private static final Query PAIRS = Queries.read(Explored.class, "pairs.rq");

    /** How many things have a value. */
    record Count(Node value, long things) {}

    static Explored of(Choice choice, Release release) {
        Result rows = release.select(rowsAsked(choice));
        Result counts = release.select(choice.kind().pattern().counts(choice.chosen()));
        Result drawn = drawn(choice, release);
        boolean whole = rows.whole() && counts.whole() && drawn.whole();
        return new Explored(choice, rows, counts(choice, counts), drawn.rows(), whole);
    }

    /** The query behind the list. */
    static Query rowsAsked(Choice choice) {
        return choice.kind().pattern().rows(choice.chosen());
    }

    /** The query behind the counts of a facet. */
    static Query countsAsked(Choice choice, Facet facet) {
        return choice.kind().pattern().counts(Pattern.without(choice.chosen(), facet), List.of(facet));
    }

    /** The query behind what is drawn. */
    static Query drawnAsked(Choice choice) {
        Pattern pattern = choice.kind().pattern();
        return choice.view() == View.NETWORK
                ? pattern.pairs(choice.chosen(), PAIRS)
                : pattern.counts(choice.chosen(), axes(choice));
    }

    /** The facet that a chart is drawn by, and time. */
    private static List<Facet> axes(Choice choice) {
        Facet time = choice.kind().time();
        return choice.by().filter(by -> by != time).map(by -> List.of(by, time)).orElse(List.of(time));
    }

    private static Result drawn(Choice choice, Release release) {
        boolean listed = choice.view() == View.LIST || choice.view() == View.TABLE;
        return listed ? new Result(List.of(), List.of(), true) : release.select(drawnAsked(choice));
    }

    private static Map<Facet, List<Count>> counts(Choice choice, Result found) {
        Map<Facet, List<Count>> counts = new EnumMap<>(Facet.class);
        choice.kind().pattern().facets().forEach(facet -> counts.put(facet, new ArrayList<>()));
        for (Binding row : found.rows()) {
            Facet facet = Facet.of(Var.alloc(Result.text(row, Pattern.FACET.getVarName())));
            counts.get(facet).add(new Count(row.get(Pattern.VALUE), number(row)));
        }
        return counts;
    }

    static long number(Binding row) {
        return Long.parseLong(Result.text(row, COUNT.getVarName()));
    }

    /** How many pages there are. */
    int pages() {
        return Math.max(1, (rows.rows().size() + choice.size() - 1) / choice.size());
    }

    /**
     * The things of the page.
     *
     * @throws Problem 400 if the result ends before it
     */
    List<Binding> page() {
        if (choice.page() > pages()) {
            throw Problem.option(Choice.PAGE, String.valueOf(choice.page()), "1–" + pages());
        }
        int from = (choice.page() - 1) * choice.size();
        return rows.rows().subList(from, Math.min(rows.rows().size(), from + choice.size()));
    }

    /** All that a page has to call by its name. */
    Set<Node> values() {
        Set<Node> values = new HashSet<>();
        counts.values().forEach(all -> all.forEach(count -> values.add(count.value())));
        choice.chosen().values().forEach(values::addAll);
        drawn.forEach(row -> row.forEach((column, node) -> values.add(node)));
        return values;
    }
}
