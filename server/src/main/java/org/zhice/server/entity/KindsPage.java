package org.zhice.server.entity;

import java.util.List;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Release;
import org.zhice.store.Terms;

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
        List<Kind> kinds = Things.counts(release).entrySet().stream()
                .map(count -> new Kind(
                        count.getKey(),
                        names.kind(Terms.ID + count.getKey() + "/")
                                .in(client.language().tag()),
                        address(count.getKey()),
                        Numbers.show(count.getValue(), client.language())))
                .toList();
        return Templates.page(client, "kinds", new Model(kinds));
    }

    static String address(String kind) {
        return ADDRESS + "/" + kind + "/";
    }
}
