package org.zhice.server.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
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
        return release.memo(KindNames.class, () -> read(Kinds.of(release), TermNames.of(release)));
    }

    private static KindNames read(Kinds kinds, TermNames terms) {
        Map<String, Label> labels = new HashMap<>();
        kinds.all().values().forEach(kind -> labels.put(kind.id(), label(kind, terms)));
        return new KindNames(labels);
    }

    /** By the class of the same name; without one by a word of ours, or by the broadest of its classes that has a name. */
    private static Label label(Kinds.Kind kind, TermNames terms) {
        List<Node> ours = kind.classes().stream()
                .filter(one -> !terms.labels().getOrDefault(one, Label.NONE).isEmpty())
                .toList();
        Stream<Node> same =
                ours.stream().filter(one -> Terms.localName(one.getURI()).equalsIgnoreCase(kind.id()));
        Stream<Node> broadest =
                ours.stream().filter(one -> ours.stream().noneMatch(other -> terms.follows(other, one)));
        return same.findFirst()
                .map(terms.labels()::get)
                .or(() -> word(kind.id()))
                .or(() -> broadest.findFirst().map(terms.labels()::get))
                .orElse(new Label(kind.id(), kind.id()));
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
        return Optional.ofNullable(labels.get(kind)).or(() -> word(kind)).orElse(new Label(kind, kind));
    }

    private static Optional<Label> word(String kind) {
        return word(kind, Language.EN).flatMap(en -> word(kind, Language.ZH).map(zh -> new Label(en, zh)));
    }

    private static Optional<String> word(String kind, Language language) {
        return Messages.in(language, KindNames.class).find("kind." + kind);
    }
}
