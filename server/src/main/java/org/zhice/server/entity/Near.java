package org.zhice.server.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.zhice.server.web.Links;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Release;
import org.zhice.store.find.NameIndex;

/**
 * What somebody may have meant who asked for a name that there is not: ids of the same kind that differ in a letter or two,
 * and things that are called so.
 */
public record Near(String iri, Label label) {
    private static final int SHOWN = 5;
    private static final int SEARCHED = 20;

    /**
     * The nearest first.
     *
     * @param space what the addresses of the kind begin with
     * @param local what follows it in the address that was asked for
     */
    public static List<Near> to(Release release, String space, String local) {
        List<Node> found = Stream.concat(alike(release, space, local), called(release, space, local))
                .distinct()
                .limit(SHOWN)
                .toList();
        Map<Node, Label> labels = Labels.of(release, found);
        KindNames kinds = KindNames.of(release);
        return found.stream()
                .map(thing -> new Near(thing.getURI(), labels.getOrDefault(thing, kinds.name(thing.getURI()))))
                .toList();
    }

    private static Stream<Node> alike(Release release, String space, String local) {
        LevenshteinAutomata spellings = new LevenshteinAutomata(local, true);
        List<String> all = Space.names(release, space);
        return IntStream.rangeClosed(1, Math.min(2, local.length() / 3 + 1))
                .mapToObj(edits -> new CharacterRunAutomaton(spellings.toAutomaton(edits)))
                .flatMap(accepted -> all.stream().filter(name -> accepted.run(name.substring(space.length()))))
                .map(NodeFactory::createURI);
    }

    private static Stream<Node> called(Release release, String space, String local) {
        return NameIndex.of(release).find(local.replace('-', ' '), Set.of(), SEARCHED).stream()
                .map(NameIndex.Found::thing)
                .sorted(Comparator.comparing(thing -> !thing.startsWith(space)))
                .map(NodeFactory::createURI);
    }

    /** Where it is told of, at this server. */
    String href() {
        return Links.local(iri);
    }

    static JsonArray json(List<Near> all) {
        JsonArray array = new JsonArray();
        for (Near near : all) {
            JsonObject object = new JsonObject();
            object.put("iri", near.iri());
            object.put("en", near.label().en());
            object.put("zh", near.label().zh());
            array.add(object);
        }
        return array;
    }
}
