package org.zhice.server.reconcile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Problem;
import org.zhice.store.Kinds;
import org.zhice.store.Kinds.Kind;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Names;
import org.zhice.store.Release;
import org.zhice.store.Terms;
import org.zhice.store.find.NameIndex;

/**
 * The types of things: the kinds of which things have names, those with most names first.
 *
 * @param names by the ids of kinds; none where the ontology has no class of the name of the kind
 */
record Types(Map<String, Label> names) {
    /** Those of a release; worked out once for each. */
    static Types of(Release release) {
        return release.memo(Types.class, () -> read(release));
    }

    private static Types read(Release release) {
        Map<String, Label> names = new LinkedHashMap<>();
        for (String kind : NameIndex.of(release).kinds()) {
            List<Node> classes = classes(Kinds.of(release).find(kind), kind);
            Map<Node, Label> labels = Labels.of(release, classes);
            Stream<Label> called = classes.stream().filter(labels::containsKey).map(labels::get);
            names.put(kind, called.reduce(Types::both).orElse(Label.NONE));
        }
        return new Types(names);
    }

    /** The class that is named as the kind; else those of which the kind is a part of the name, as of campaigns. */
    private static List<Node> classes(Optional<Kind> kind, String id) {
        Map<Boolean, List<Node>> named = kind.stream()
                .flatMap(one -> one.classes().stream())
                .filter(one -> one.getURI().startsWith(Terms.ONTOLOGY)
                        && localName(one).contains(id))
                .sorted(Comparator.comparing(Node::getURI))
                .collect(Collectors.partitioningBy(one -> localName(one).equals(id)));
        return named.get(true).isEmpty() ? named.get(false) : named.get(true);
    }

    private static String localName(Node node) {
        return Terms.localName(node.getURI()).toLowerCase(Locale.ROOT);
    }

    private static Label both(Label one, Label other) {
        return new Label(one.en() + " / " + other.en(), one.zh() + " / " + other.zh());
    }

    /** What a type is called: as the ontology says, or in our words, or else by its id. */
    String name(String type, Language language) {
        Label label = names.getOrDefault(type, Label.NONE);
        return label.isEmpty()
                ? Messages.in(language, Types.class).find("kind." + type).orElse(type)
                : label.in(language.tag());
    }

    JsonObject json(String type, Language language) {
        JsonObject json = new JsonObject();
        json.put("id", type);
        json.put("name", name(type, language));
        return json;
    }

    JsonArray json(Language language) {
        return names.keySet().stream()
                .map(type -> json(type, language))
                .collect(Collectors.toCollection(JsonArray::new));
    }

    /** The type itself, if there is such a one. */
    String required(String type) {
        String visible = Names.visible(type);
        if (!names.containsKey(visible)) {
            throw Problem.of(400, "reconcile-type", type, String.join(", ", names.keySet()));
        }
        return visible;
    }
}
