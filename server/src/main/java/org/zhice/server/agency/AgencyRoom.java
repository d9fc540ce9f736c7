package org.zhice.server.agency;

import org.apache.jena.graph.Node;
import org.zhice.server.sheet.Piece;
import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;
import org.zhice.store.Terms;

/** Agencies, and how they work together. */
public record AgencyRoom() implements Room {
    static final String ADDRESS = "/agencies";
    static final String NETWORK = "/network";

    @Override
    public void mount(Routes routes) {
        routes.page(ADDRESS, Page.later(AgenciesPage::new))
                .page(ADDRESS + "/*", Page.later(AgencyPage::new))
                .page(NETWORK, Page.later(NetworkPage::new));
    }

    /** An agency that leads to its page here. */
    static Piece to(Piece agency, Node iri) {
        return agency.to(ADDRESS + "/" + Terms.localName(iri.getURI()));
    }
}
