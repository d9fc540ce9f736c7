package org.zhice.server.reconcile;

import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Problem;
import org.zhice.store.Names;
import org.zhice.store.Release;
import org.zhice.store.Terms;
import org.zhice.store.find.NameIndex;

/** Identifiers of things: what follows in their IRIs on the identifier space, as in {@code agency/cnipa}. */
final class Ids {
    private Ids() {}

    static String of(String iri) {
        return iri.startsWith(Terms.ID) ? iri.substring(Terms.ID.length()) : iri;
    }

    /** The IRI of an identifier, a prefixed name or an IRI, which need not be there. */
    static String iri(String id) {
        String visible = Names.visible(id);
        return visible.startsWith(Terms.ID) ? visible : Terms.ID + visible.replaceFirst("^([a-z-]+):", "$1/");
    }

    static String kind(String iri) {
        return of(iri).replaceFirst("/.*", "");
    }

    /** The IRI of the thing that the parameter {@code id} names. */
    static String asked(Client client, Release release) {
        String id = client.parameter("id").orElse("");
        String iri = iri(id);
        if (!NameIndex.of(release).knows(iri)) {
            throw Problem.of(404, "reconcile-id", id);
        }
        return iri;
    }

    /** A program puts an identifier into an address with its slash encoded, which no path may hold. */
    static Answer view(Client client, Release release) {
        return Answer.seeOther(client.site() + Links.local(asked(client, release)));
    }
}
