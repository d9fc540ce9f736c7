package org.zhice.server.search;

import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The search. */
public final class SearchRoom implements Room {
    @Override
    public void mount(Routes routes) {
        routes.query("/search", Page.later(SearchPage::new));
    }
}
