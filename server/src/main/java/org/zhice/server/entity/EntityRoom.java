package org.zhice.server.entity;

import java.util.List;
import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The names of the graph: things, concepts and graphs. */
public record EntityRoom() implements Room {
    private static final List<String> SPACES = List.of("id/", "concept/", "graph/");

    @Override
    public void mount(Routes routes) {
        routes.page(KindsPage.ADDRESS, Page.later(KindsPage::new));
        SPACES.forEach(space -> routes.page("/" + space + "*", Page.later(() -> new EntityPage(space))));
    }
}
