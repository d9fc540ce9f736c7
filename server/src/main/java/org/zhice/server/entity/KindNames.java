package org.zhice.server.entity;

import java.util.Map;
import java.util.stream.Collectors;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.store.Kinds;
import org.zhice.store.Label;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/**
 * Names for things that have none: what they are, and their id, such as “responsibility 2023-001-1”.
 *
 * @param labels what the things of a kind are, by its id
 */
record KindNames(Map<String, Label> labels) {
    /** Those of a release; worked out once for each. */
    static KindNames of(Release release) {
        return release.memo(
                KindNames.class,
                () -> new KindNames(Kinds.of(release).classes().stream()
                        .filter(count -> !count.label().isEmpty())
                        .collect(Collectors.toMap(Kinds.Count::kind, Kinds.Count::label, (first, second) -> first))));
    }

    /** The name of a thing. */
    Label name(String iri) {
        Label kind = kind(iri);
        String id = Terms.localName(iri);
        return new Label((kind.en() + " " + id).strip(), (kind.zh() + " " + id).strip());
    }

    /** What a thing is by its address: nothing for what is not of ours. */
    Label kind(String iri) {
        String kind =
                iri.startsWith(Terms.ID) ? iri.substring(Terms.ID.length()).replaceFirst("/.*", "") : "";
        Label known = labels.getOrDefault(kind, Label.NONE);
        return known.isEmpty() ? new Label(word(kind, Language.EN), word(kind, Language.ZH)) : known;
    }

    private static String word(String kind, Language language) {
        return Messages.in(language, KindNames.class).find("kind." + kind).orElse(kind);
    }
}
