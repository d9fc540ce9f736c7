package org.zhice.app.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Release;
import org.zhice.store.find.NameIndex;
import org.zhice.store.find.NameIndex.Found;
import org.zhice.store.find.NameIndex.Method;

/** A list with what its names may mean beside them; what is meant is for its owner to say. */
record Candidates(Release release, NameIndex names, Set<String> kinds, Map<String, List<Found>> known) {
    static final String ID = "zhice_id";
    static final String ACCEPTED = "zhice_accepted";

    /** The columns that are added. */
    static final List<String> COLUMNS =
            List.of(ID, "zhice_label_zh", "zhice_label_en", "zhice_score", "zhice_method", "zhice_others", ACCEPTED);

    private static final int SHOWN = 3;

    /**
     * For names that mean things of some kinds.
     *
     * @param kinds none for all
     */
    static Candidates of(Release release, Set<String> kinds) {
        return new Candidates(release, NameIndex.of(release), kinds, new HashMap<>());
    }

    /** The list as it is written anew. */
    String beside(NameList list, String column) {
        int at = list.column(column);
        List<List<Found>> found = list.rows().stream()
                .map(row -> found(row.cells().get(at).strip()))
                .toList();
        Map<Node, Label> labels = Labels.of(
                release,
                found.stream()
                        .flatMap(List::stream)
                        .map(one -> NodeFactory.createURI(one.thing()))
                        .collect(Collectors.toSet()));
        StringBuilder text = new StringBuilder(list.mark()).append(list.written(joined(list.header(), COLUMNS)));
        for (int i = 0; i < found.size(); i++) {
            List<String> cells = list.rows().get(i).cells();
            text.append(list.written(joined(cells, cells(cells.get(at).strip(), found.get(i), labels))));
        }
        return text.toString();
    }

    private List<Found> found(String name) {
        return known.computeIfAbsent(name, first -> names.find(name, kinds, SHOWN));
    }

    private List<String> cells(String name, List<Found> found, Map<Node, Label> labels) {
        if (found.isEmpty()) {
            return List.of("", "", "", "", name.isEmpty() ? "" : "none", "", "");
        }
        Found best = found.get(0);
        Label label = labels.getOrDefault(NodeFactory.createURI(best.thing()), Label.NONE);
        String others = found.stream()
                .skip(1)
                .map(one -> one.thing() + " (" + score(one) + ")")
                .collect(Collectors.joining(" "));
        return List.of(best.thing(), label.zh(), label.en(), score(best), method(name, best), others, "");
    }

    /** The very name of one thing; that of several, or one too short to be sure; or a name like it. */
    private String method(String name, Found best) {
        if (best.method() == Method.SIMILAR) {
            return best.method().id();
        }
        boolean certain = names.certain(name, kinds, thing -> true).isPresent();
        return certain ? best.method().id() : "ambiguous";
    }

    private static String score(Found found) {
        return String.format(Locale.ROOT, "%.1f", 100 * found.score());
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
