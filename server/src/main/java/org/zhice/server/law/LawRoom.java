package org.zhice.server.law;

import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** Laws and other instruments. */
public record LawRoom() implements Room {
    static final String ADDRESS = "/laws";

    @Override
    public void mount(Routes routes) {
        routes.page(ADDRESS, new LawsPage()).page(ADDRESS + "/*", new LawPage());
    }
}
