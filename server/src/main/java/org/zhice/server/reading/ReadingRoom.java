package org.zhice.server.reading;

import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The documents and their texts. */
public record ReadingRoom() implements Room {
    @Override
    public void mount(Routes routes) {
        routes.page(Links.DOCUMENTS, Page.later(DocumentsPage::new))
                .page(Links.DOCUMENTS + "/*", Page.later(ReadingPage::new));
    }
}
