package org.zhice.server.metric;

import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** Figures and places. */
public record MetricRoom() implements Room {
    static final String ADDRESS = "/metrics";
    static final String PLACES = "/places";

    @Override
    public void mount(Routes routes) {
        routes.page(ADDRESS, Page.later(MetricsPage::new))
                .page(ADDRESS + "/*", Page.later(MetricPage::new))
                .page(PLACES, Page.later(PlacesPage::new))
                .page(PLACES + "/*", Page.later(PlacePage::new));
    }
}
