package org.zhice.server.entity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Queries;
import org.zhice.store.Result;

/** What the plans say of a thing, year by year. */
record PlanYears(Node thing, Result rows, Shown shown) {
    private static final Query PLANS = Queries.read(PlanYears.class, "plans.rq");

    /** The tasks of a year. */
    record Year(String year, List<Task> tasks) {}

    /**
     * A task.
     *
     * @param link how it speaks of the thing
     * @param agency that leads it
     * @param acts what it promises: of the thing itself if it promises something of that, else of all things
     */
    record Task(String number, Value task, String link, Value agency, List<Act> acts) {}

    /** What is promised about a thing. */
    record Act(Value thing, String act, String commitment) {}

    /** The query for a thing, as anybody may ask it. */
    static Query asked(Node thing) {
        return Queries.over(PLANS, "thing", List.of(thing));
    }

    List<Year> years() {
        Map<String, List<Binding>> byYear = grouped(rows.rows(), "year");
        return byYear.entrySet().stream()
                .map(year -> new Year(
                        year.getKey(),
                        grouped(year.getValue(), "task").values().stream()
                                .map(this::task)
                                .toList()))
                .toList();
    }

    private static Map<String, List<Binding>> grouped(List<Binding> rows, String column) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Result.text(row, column), LinkedHashMap::new, Collectors.toList()));
    }

    private Task task(List<Binding> rows) {
        Binding first = rows.get(0);
        return new Task(
                Result.text(first, "number"),
                shown.of(first.get("task")),
                links(rows),
                shown.of(Optional.ofNullable(first.get("agency"))),
                acts(rows));
    }

    private String links(List<Binding> rows) {
        List<Node> links = rows.stream().map(row -> row.get("link")).distinct().toList();
        return links.stream()
                .filter(link -> links.stream().noneMatch(other -> shown.terms().follows(link, other)))
                .map(shown::term)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private List<Act> acts(List<Binding> rows) {
        List<Binding> promising =
                rows.stream().filter(row -> row.contains("promised")).toList();
        List<Binding> own = promising.stream()
                .filter(row -> row.get("promised").equals(thing))
                .toList();
        return (own.isEmpty() ? promising : own)
                .stream().map(this::act).distinct().toList();
    }

    private Act act(Binding row) {
        return new Act(
                shown.of(row.get("promised")),
                shown.of(row.get("act")).text(),
                shown.of(row.get("commitment")).text());
    }

    /** What stands in the rows, to be named. */
    static Stream<Node> nodes(Result rows) {
        return rows.rows().stream()
                .flatMap(row -> rows.columns().stream().filter(row::contains).map(row::get))
                .filter(Node::isURI);
    }
}
