package org.zhice.server.reconcile;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.server.web.Language;
import org.zhice.store.Label;

/** Things as programs are told of them: by identifier, name, and what else they are called. */
final class Things {
    private Things() {}

    /**
     * A thing.
     *
     * @param found the name by which it was found; empty if by none
     */
    static JsonObject json(String iri, String found, Label label, Language language) {
        JsonObject json = new JsonObject();
        json.put("id", Ids.of(iri));
        json.put("name", name(iri, found, label, language));
        json.put("description", description(found, label, language));
        return json;
    }

    private static String name(String iri, String found, Label label, Language language) {
        String name = label.isEmpty() ? found : label.in(language.tag());
        return name.isEmpty() ? Ids.of(iri) : name;
    }

    /** The name in the other language, and that by which it was found if it is a third one. */
    private static String description(String found, Label label, Language language) {
        return Stream.of(label.in(language.other().tag()), found)
                .filter(name -> !name.isEmpty() && !name.equals(label.in(language.tag())))
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
