package org.zhice.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The kinds of things in a release, read off its addresses and its ontology: a kind is the segment before the local name, as
 * in {@code task:2023-030}; its classes, with their labels, are what the ontology says of the things there.
 *
 * @param all by their ids
 * @param classes how many things there are of each class that stands at the top of the ontology, and of each kind that is of
 *     no class of ours; those with names first, of these the most first
 */
public record Kinds(Map<String, Kind> all, List<Count> classes) {
    private static final Query KINDS = Queries.read(Kinds.class, "kinds.rq");
    private static final Query IDS = Queries.read(Kinds.class, "kind-ids.rq");

    /**
     * Things whose addresses begin alike.
     *
     * @param id such as {@code agency}: the prefix of their names and the type of a parameter that takes one of them
     * @param classes of which they are
     */
    public record Kind(String id, List<Node> classes) {
        /** What their addresses begin with. */
        public String namespace() {
            return Terms.ID + id + "/";
        }
    }

    /**
     * How many things there are, of a class or, where that has no label, of a kind.
     *
     * @param named whether people have names for them, as they have for agencies and not for responsibilities
     */
    public record Count(String kind, Label label, Label definition, boolean named, long things) {}

    /** Those of a release; worked out once for each. */
    public static Kinds of(Release release) {
        return release.memo(Kinds.class, () -> of(release.select(KINDS).rows()));
    }

    /**
     * The ids of the kinds of a release, in their order; of one that describes itself without a look at every thing, which takes
     * a second where the store has just been opened.
     */
    public static SortedSet<String> ids(Release release) {
        SortedSet<String> described = new TreeSet<>(release.select(IDS).rows().stream()
                .map(row -> Result.text(row, "kind"))
                .toList());
        return described.isEmpty() ? new TreeSet<>(of(release).all().keySet()) : described;
    }

    /** The kind of an id. */
    public Optional<Kind> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    private static Kinds of(List<Binding> rows) {
        Map<String, List<Node>> classes = new LinkedHashMap<>();
        Map<String, Count> counts = new LinkedHashMap<>();
        for (Binding row : rows) {
            String kind = Result.text(row, "kind");
            classes.computeIfAbsent(kind, first -> new ArrayList<>()).add(row.get("class"));
            if (isTop(row)) {
                counts.merge(Result.text(row, "class"), count(row), Kinds::sum);
            }
        }
        rows.stream()
                .filter(row -> rows.stream().noneMatch(other -> isSameKind(row, other) && isOurs(other)))
                .forEach(row -> counts.putIfAbsent(Result.text(row, "kind"), count(row)));
        Map<String, Kind> all = new LinkedHashMap<>();
        classes.forEach((id, of) -> all.put(id, new Kind(id, List.copyOf(of))));
        List<Count> sorted = counts.values().stream()
                .sorted(Comparator.comparing(Count::named)
                        .thenComparingLong(Count::things)
                        .reversed())
                .toList();
        return new Kinds(all, sorted);
    }

    private static boolean isOurs(Binding row) {
        return !Result.label(row, "label").isEmpty();
    }

    private static boolean isTop(Binding row) {
        return isOurs(row) && !Boolean.parseBoolean(Result.text(row, "under"));
    }

    private static boolean isSameKind(Binding one, Binding other) {
        return one.get("kind").equals(other.get("kind"));
    }

    private static Count count(Binding row) {
        return new Count(
                Result.text(row, "kind"),
                Result.label(row, "label"),
                Result.label(row, "definition"),
                Boolean.parseBoolean(Result.text(row, "named")),
                Long.parseLong(Result.text(row, "things")));
    }

    private static Count sum(Count one, Count other) {
        return new Count(
                one.kind(), one.label(), one.definition(), one.named() || other.named(), one.things() + other.things());
    }
}
