package org.zhice.server.entity;

import java.util.List;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Kinds;
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
        KindNames names = KindNames.of(release);
        List<Kind> kinds = Kinds.of(release).all().values().stream()
                .map(kind -> new Kind(
                        kind.id(),
                        names.kind(kind.namespace()).in(client.language().tag()),
                        Links.local(kind.namespace()),
                        Numbers.show(Space.names(release, kind.namespace()).size(), client.language())))
                .toList();
        return Templates.page(client, "kinds", new Model(kinds));
    }
}
