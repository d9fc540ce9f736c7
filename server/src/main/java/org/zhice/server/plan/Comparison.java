package org.zhice.server.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/**
 * Two plans side by side, as the continuations in the graph relate them and nothing else.
 *
 * @param from the tasks of the earlier plan, by their addresses
 * @param to those of the later
 * @param links all continuations that the graph holds, of whatever years
 * @param succession which agency took the place of which
 */
record Comparison(Map<Node, Task> from, Map<Node, Task> to, List<Link> links, Map<Node, Set<Node>> succession) {
    /** The kinds of continuation from the one that changes least; others follow by their names. */
    private static final List<String> KINDS = List.of(
            "continuation-verbatim",
            "continuation-reworded",
            "continuation-narrowed",
            "continuation-broadened",
            "continuation-merged",
            "continuation-split");

    /** A task. */
    record Task(Node task, String number, Set<Node> leads) {}

    /** A continuation. */
    record Link(Node task, String year, Node earlier, String earlierYear, Node kind, boolean accepted) {}

    /** A task with the tasks of other plans that it carries on, or that carry it on. */
    record Alone(Task task, List<Link> elsewhere, List<Link> undecided) {}

    /** From the rows of {@code assigned.rq}, {@code links.rq} and {@code succession.rq}. */
    static Comparison of(
            String from, String to, List<Binding> assigned, List<Binding> links, List<Binding> succession) {
        return new Comparison(
                tasks(assigned, from),
                tasks(assigned, to),
                links.stream().map(Comparison::link).toList(),
                succession.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get("agency"),
                                Collectors.mapping(row -> row.get("before"), Collectors.toSet()))));
    }

    private static Map<Node, Task> tasks(List<Binding> rows, String year) {
        Map<Node, Task> tasks = new LinkedHashMap<>();
        for (Binding row : rows) {
            if (Result.text(row, "year").equals(year)) {
                Task task = tasks.computeIfAbsent(
                        row.get("task"), node -> new Task(node, Result.text(row, "number"), new LinkedHashSet<>()));
                if (row.contains("lead")) {
                    task.leads().add(row.get("lead"));
                }
            }
        }
        return tasks;
    }

    private static Link link(Binding row) {
        return new Link(
                row.get("task"),
                Result.text(row, "year"),
                row.get("earlier"),
                Result.text(row, "earlier_year"),
                row.get("kind"),
                Result.text(row, "accepted").equals("true"));
    }

    /** The pairs of tasks of the two plans that are accepted as continuations. */
    List<Link> carried() {
        return between(true);
    }

    /** The pairs of which it is not decided. */
    List<Link> undecided() {
        return between(false);
    }

    private List<Link> between(boolean accepted) {
        return links.stream()
                .filter(link -> link.accepted() == accepted)
                .filter(link -> to.containsKey(link.task()) && from.containsKey(link.earlier()))
                .toList();
    }

    /** The accepted pairs by the kind of continuation. */
    Map<Node, List<Link>> byKind() {
        Map<Node, List<Link>> kinds = new TreeMap<>((one, other) -> {
            int order = Integer.compare(place(one), place(other));
            return order == 0 ? one.toString().compareTo(other.toString()) : order;
        });
        carried()
                .forEach(link -> kinds.computeIfAbsent(link.kind(), kind -> new ArrayList<>())
                        .add(link));
        return kinds;
    }

    private static int place(Node kind) {
        int place = KINDS.indexOf(Terms.localName(kind.getURI()));
        return place < 0 ? KINDS.size() : place;
    }

    /** The accepted pairs of which the leads differ, unless the later lead took the place of the earlier. */
    List<Link> otherLead() {
        return carried().stream()
                .filter(link ->
                        leads(to, link.task()).stream().anyMatch(lead -> isOther(lead, leads(from, link.earlier()))))
                .toList();
    }

    private boolean isOther(Node lead, Set<Node> earlier) {
        return !earlier.isEmpty()
                && !earlier.contains(lead)
                && succession.getOrDefault(lead, Set.of()).stream().noneMatch(earlier::contains);
    }

    private static Set<Node> leads(Map<Node, Task> tasks, Node task) {
        return tasks.get(task).leads();
    }

    /** The tasks of the later plan that carry on none of the earlier. */
    List<Alone> fresh() {
        Set<Node> known = carried().stream().map(Link::task).collect(Collectors.toSet());
        return to.values().stream()
                .filter(task -> !known.contains(task.task()))
                .map(task -> alone(
                        task,
                        links.stream()
                                .filter(link -> link.task().equals(task.task()))
                                .toList()))
                .toList();
    }

    /** The tasks of the earlier plan that none of the later carries on. */
    List<Alone> dropped() {
        Set<Node> known = carried().stream().map(Link::earlier).collect(Collectors.toSet());
        return from.values().stream()
                .filter(task -> !known.contains(task.task()))
                .map(task -> alone(
                        task,
                        links.stream()
                                .filter(link -> link.earlier().equals(task.task()))
                                .toList()))
                .toList();
    }

    private Alone alone(Task task, List<Link> own) {
        return new Alone(
                task,
                own.stream().filter(Link::accepted).toList(),
                own.stream().filter(undecided()::contains).toList());
    }
}
