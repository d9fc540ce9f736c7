package org.zhice.server.reconcile;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.zhice.server.reconcile.Batch.Query;
import org.zhice.server.web.Language;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Release;
import org.zhice.store.Terms;
import org.zhice.store.find.NameIndex;
import org.zhice.store.find.NameIndex.Found;
import org.zhice.store.find.NameIndex.Method;

/**
 * What the names of a batch may mean. The score is that of the name, as {@link NameIndex} tells it; where properties are
 * given, the mean of it and of 1 or 0 for each of them; times 100. A match is what is certain: the very name, borne by one
 * thing of the type alone, which has all the properties that are given.
 */
record Reconciler(Release release, NameIndex names, Types types, Language language) {
    /** Properties are looked at for as many things with like names. */
    private static final int LOOKED_AT = 50;

    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparingDouble(Candidate::score).reversed();

    /**
     * One thing that may be meant.
     *
     * @param agrees for each property that is given
     */
    private record Candidate(Found found, Map<String, Boolean> agrees, boolean match) {
        double score() {
            double name = found.name().isEmpty() ? 0 : found.score();
            int parts = agrees.size() + (found.name().isEmpty() ? 0 : 1);
            return (name + agrees.values().stream().filter(agree -> agree).count()) / parts;
        }
    }

    static Reconciler of(Release release, Language language) {
        return new Reconciler(release, NameIndex.of(release), Types.of(release), language);
    }

    JsonObject answer(Map<String, Query> queries) {
        Map<String, List<Candidate>> found = new LinkedHashMap<>();
        queries.forEach((id, query) -> found.put(id, candidates(query)));
        Map<Node, Label> labels = Labels.of(
                release,
                found.values().stream()
                        .flatMap(List::stream)
                        .map(candidate ->
                                NodeFactory.createURI(candidate.found().thing()))
                        .toList());
        JsonObject answer = new JsonObject();
        found.forEach((id, candidates) -> answer.put(id, json(candidates, labels)));
        return answer;
    }

    private List<Candidate> candidates(Query query) {
        Set<String> kinds = query.types(types);
        List<Found> named = named(query, kinds);
        Evidence evidence = query.given().isEmpty()
                ? null
                : Evidence.of(release, named.stream().map(Found::thing).toList(), query.given());
        Stream<Candidate> all = query.name().isBlank()
                ? having(evidence, kinds)
                : named.stream().map(found -> candidate(found, query, kinds, evidence));
        return all.sorted(BEST_FIRST).limit(query.most()).toList();
    }

    private List<Found> named(Query query, Set<String> kinds) {
        String thing = Ids.iri(query.name().strip());
        if (names.knows(thing) && (kinds.isEmpty() || kinds.contains(Ids.kind(thing)))) {
            return List.of(new Found(thing, Ids.kind(thing), query.name(), 1, Method.EXACT));
        }
        int most = query.given().isEmpty() ? query.most() : LOOKED_AT;
        return names.find(query.name(), kinds, most);
    }

    private Candidate candidate(Found found, Query query, Set<String> kinds, Evidence evidence) {
        Map<String, Boolean> agrees = about(evidence, found.thing());
        boolean all = !agrees.containsValue(false);
        boolean isId = Ids.iri(query.name().strip()).equals(found.thing());
        Predicate<String> agreed = thing -> !about(evidence, thing).containsValue(false);
        boolean certain = isId
                || names.certain(query.name(), kinds, agreed)
                        .filter(found.thing()::equals)
                        .isPresent();
        return new Candidate(found, agrees, all && certain);
    }

    private static Map<String, Boolean> about(Evidence evidence, String thing) {
        return evidence == null ? Map.of() : evidence.about(thing);
    }

    /** Without a name: the things that have any of the values. */
    private static Stream<Candidate> having(Evidence evidence, Set<String> kinds) {
        return evidence.facts().values().keySet().stream()
                .filter(thing -> thing.startsWith(Terms.ID))
                .filter(thing -> kinds.isEmpty() || kinds.contains(Ids.kind(thing)))
                .map(thing -> new Candidate(
                        new Found(thing, Ids.kind(thing), "", 0, Method.SIMILAR), evidence.about(thing), false))
                .filter(candidate -> candidate.score() > 0);
    }

    private JsonObject json(List<Candidate> candidates, Map<Node, Label> labels) {
        JsonArray result = new JsonArray();
        candidates.forEach(candidate -> result.add(json(
                candidate,
                labels.getOrDefault(NodeFactory.createURI(candidate.found().thing()), Label.NONE))));
        JsonObject json = new JsonObject();
        json.put("result", result);
        return json;
    }

    private JsonObject json(Candidate candidate, Label label) {
        Found found = candidate.found();
        JsonObject json = Things.json(found.thing(), found.name(), label, language);
        json.put("score", percent(candidate.score()));
        json.put("match", candidate.match());
        JsonArray type = new JsonArray();
        type.add(types.json(found.kind(), language));
        json.put("type", type);
        json.put("features", features(candidate));
        return json;
    }

    private static JsonArray features(Candidate candidate) {
        JsonArray features = new JsonArray();
        JsonObject name = new JsonObject();
        name.put("id", "name");
        name.put("value", percent(candidate.found().score()));
        features.add(name);
        candidate.agrees().forEach((property, agrees) -> {
            JsonObject feature = new JsonObject();
            feature.put("id", property);
            feature.put("value", agrees);
            features.add(feature);
        });
        return features;
    }

    private static JsonNumber percent(double score) {
        return JsonNumber.value(Math.round(1000 * score) / 10.0);
    }
}
