package org.zhice.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.shared.PrefixMapping;

/**
 * The prefixes of a release: those of the vocabularies, from {@code prefixes.json}, and one for each kind of thing.
 *
 * @param all not to be changed
 */
public record Prefixes(PrefixMapping all) {
    private static final Map<String, String> VOCABULARIES = vocabularies();

    /** Those of a release; worked out once for each. */
    public static Prefixes of(Release release) {
        return release.memo(Prefixes.class, () -> ofKinds(Kinds.ids(release)));
    }

    /** Those of the vocabularies and of kinds of things, by the ids of these. */
    public static Prefixes ofKinds(Collection<String> kinds) {
        Map<String, String> prefixes = new TreeMap<>();
        kinds.stream()
                .filter(kind -> kind.matches("[A-Za-z][A-Za-z0-9-]*"))
                .forEach(kind -> prefixes.put(kind, Terms.ID + kind + "/"));
        prefixes.putAll(VOCABULARIES);
        return new Prefixes(
                PrefixMapping.Factory.create().setNsPrefixes(prefixes).lock());
    }

    private static Map<String, String> vocabularies() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        JSON.parse(Queries.text(Prefixes.class, "prefixes.json"))
                .forEach((prefix, value) ->
                        prefixes.put(prefix, value.getAsString().value()));
        return prefixes;
    }

    /** {@code agency:cnipa}, or the whole IRI if no prefix fits. */
    public String shorten(String iri) {
        String name = all.qnameFor(iri);
        return name == null ? all.shortForm(iri) : name;
    }
}
