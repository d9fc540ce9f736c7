package org.zhice.server.dataset;

import java.util.Optional;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Format;
import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The dataset as a whole: the home page, what is in it and what is not. */
public record DatasetRoom(SavedQueries queries) implements Room {
    @Override
    public void mount(Routes routes) {
        routes.page("", Page.later(() -> new HomePage(queries, routes.health(), routes::names)))
                .page("/coverage", Page.later(CoveragePage::new))
                .page(LinksetPage.ADDRESS + "*", Page.later(LinksetPage::new))
                .page("/.well-known/void", Page.later(() -> new DatasetPage(Optional.empty())))
                .page(DatasetPage.ADDRESS, Page.later(() -> new DatasetPage(Optional.empty())));
        for (Format format : Format.GRAPHS) {
            routes.page(
                    DatasetPage.ADDRESS + "." + format.id(), Page.later(() -> new DatasetPage(Optional.of(format))));
        }
    }
}
