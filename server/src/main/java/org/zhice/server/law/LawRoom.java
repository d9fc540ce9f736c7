package org.zhice.server.law;

import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** Laws and other instruments. */
public record LawRoom() implements Room {
    static final String ADDRESS = "/laws";

    @Override
    public void mount(Routes routes) {
        routes.page(ADDRESS, Page.later(LawsPage::new)).page(ADDRESS + "/*", Page.later(LawPage::new));
    }
}
