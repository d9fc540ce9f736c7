package org.zhice.server.explore;

import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** Browsing by facets. */
public final class ExploreRoom implements Room {
    @Override
    public void mount(Routes routes) {
        routes.query(Choice.ADDRESS, Page.later(ExplorePage::new));
    }
}
