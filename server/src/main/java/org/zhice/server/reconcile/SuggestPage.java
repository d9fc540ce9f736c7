package org.zhice.server.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Names;
import org.zhice.store.Release;
import org.zhice.store.find.NameIndex;
import org.zhice.store.find.NameIndex.Found;
import org.zhice.store.find.NameIndex.Method;

/**
 * Completes what somebody types: {@code prefix}; {@code cursor} says how many to leave out, {@code type} of which type they
 * shall be.
 */
record SuggestPage(Suggestible what) implements Page {
    private static final int SHOWN = 10;

    @Override
    public Answer get(Client client, Release release) {
        String prefix = new Batch(release.limits().match())
                .requireShort(client.parameter("prefix").orElse(""));
        int cursor = cursor(client);
        JsonArray result = new JsonArray();
        switch (what) {
            case ENTITY -> entities(prefix, client, release, cursor).forEach(result::add);
            case PROPERTY ->
                properties(prefix, client, release).skip(cursor).limit(SHOWN).forEach(result::add);
            case TYPE ->
                types(prefix, client, release).skip(cursor).limit(SHOWN).forEach(result::add);
        }
        JsonObject json = new JsonObject();
        json.put("result", result);
        return Answer.json(json);
    }

    private static int cursor(Client client) {
        String cursor = client.parameter("cursor").orElse("0");
        if (!cursor.matches("\\d{1,9}")) {
            throw Problem.option("cursor", cursor, "0, 1, 2, …");
        }
        return Integer.parseInt(cursor);
    }

    private static List<JsonObject> entities(String prefix, Client client, Release release, int cursor) {
        List<Found> shown = found(prefix, client, release).stream()
                .skip(cursor)
                .limit(SHOWN)
                .toList();
        Map<Node, Label> labels = Labels.of(
                release,
                shown.stream()
                        .map(found -> NodeFactory.createURI(found.thing()))
                        .toList());
        Types types = Types.of(release);
        List<JsonObject> entities = new ArrayList<>();
        for (Found found : shown) {
            Label label = labels.getOrDefault(NodeFactory.createURI(found.thing()), Label.NONE);
            JsonObject json = Things.json(found.thing(), found.name(), label, client.language());
            JsonArray notable = new JsonArray();
            notable.add(types.json(found.kind(), client.language()));
            json.put("notable", notable);
            entities.add(json);
        }
        return entities;
    }

    /** What has this identifier; else what begins so; else what is like it. */
    private static List<Found> found(String prefix, Client client, Release release) {
        NameIndex names = NameIndex.of(release);
        String thing = Ids.iri(prefix.strip());
        if (names.knows(thing)) {
            return List.of(new Found(thing, Ids.kind(thing), "", 1, Method.EXACT));
        }
        Set<String> types = client.parameter("type")
                .map(Types.of(release)::required)
                .map(Set::of)
                .orElse(Set.of());
        List<Found> begun = names.beginning(prefix, types);
        return begun.isEmpty() ? names.find(prefix, types, SHOWN) : begun;
    }

    private static Stream<JsonObject> properties(String prefix, Client client, Release release) {
        Properties all = Properties.of(release);
        Stream<Properties.Property> some = client.parameter("type")
                .map(type -> all.of(Types.of(release).required(type)).stream())
                .orElseGet(() -> all.all().values().stream());
        Language language = client.language();
        return begun(prefix, some, property -> property.label(), property -> property.id())
                .map(property -> item(property.id(), property.name(language), property.label(), language));
    }

    private static Stream<JsonObject> types(String prefix, Client client, Release release) {
        Types types = Types.of(release);
        Language language = client.language();
        return begun(prefix, types.names().entrySet().stream(), Map.Entry::getValue, Map.Entry::getKey)
                .map(type -> item(type.getKey(), types.name(type.getKey(), language), type.getValue(), language));
    }

    /** Those of which a name or the id holds a text; first those that begin with it. */
    private static <T> Stream<T> begun(String prefix, Stream<T> all, Function<T, Label> label, Function<T, String> id) {
        String begun = Names.fold(prefix);
        Function<T, Integer> place =
                one -> Stream.of(label.apply(one).en(), label.apply(one).zh(), id.apply(one))
                        .map(name -> Names.fold(name).indexOf(begun))
                        .filter(found -> found >= 0)
                        .min(Comparator.naturalOrder())
                        .orElse(-1);
        return all.filter(one -> place.apply(one) >= 0)
                .sorted(Comparator.comparing(one -> place.apply(one) == 0 ? 0 : 1));
    }

    private static JsonObject item(String id, String name, Label label, Language language) {
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("name", name);
        json.put("description", label.in(language.other().tag()));
        return json;
    }
}
