package org.zhice.server.plan;

import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The plans. */
public record PlanRoom() implements Room {
    static final String ADDRESS = "/plans";
    static final String COMPARE = ADDRESS + "/compare";

    @Override
    public void mount(Routes routes) {
        routes.page(ADDRESS, Page.later(PlansPage::new))
                .page(COMPARE, Page.later(ComparePage::new))
                .page(ADDRESS + "/*", Page.later(PlanPage::new));
    }
}
