package org.zhice.server.metric;

import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** Figures and places. */
public record MetricRoom() implements Room {
    static final String ADDRESS = "/metrics";
    static final String PLACES = "/places";

    @Override
    public void mount(Routes routes) {
        routes.page(ADDRESS, new MetricsPage())
                .page(ADDRESS + "/*", new MetricPage())
                .page(PLACES, new PlacesPage())
                .page(PLACES + "/*", new PlacePage());
    }
}
