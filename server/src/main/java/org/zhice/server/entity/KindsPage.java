package org.zhice.server.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Kinds;
import org.zhice.store.Label;
import org.zhice.store.Release;

/** What kinds of things there are, each with the list of its things. */
record KindsPage() implements Page {
    /** The address of the page; the lists and the things stand below it. */
    static final String ADDRESS = "/id";

    /** What the page shows. */
    record Model(List<Kind> kinds) {}

    /** A kind of things. */
    record Kind(String id, String name, String address, String things) {}

    @Override
    public Answer get(Client client, Release release) {
        List<Kind> kinds = Things.counts(release).entrySet().stream()
                .map(count -> new Kind(
                        count.getKey(),
                        name(release, count.getKey(), client.language()),
                        address(count.getKey()),
                        Numbers.show(count.getValue(), client.language())))
                .toList();
        return Templates.page(client, "kinds", new Model(kinds));
    }

    static String address(String kind) {
        return ADDRESS + "/" + kind;
    }

    /** What the ontology calls the things of a kind, or we do, or else the kind itself. */
    static String name(Release release, String kind, Language language) {
        String classes = Kinds.of(release).classes().stream()
                .filter(count -> count.kind().equals(kind))
                .map(Kinds.Count::label)
                .filter(label -> !label.isEmpty())
                .map((Label label) -> label.in(language.tag()))
                .distinct()
                .collect(Collectors.joining(", "));
        return Optional.of(classes)
                .filter(found -> !found.isEmpty())
                .or(() -> Messages.in(language).find("kind." + kind))
                .orElse(kind);
    }
}
