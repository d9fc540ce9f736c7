package org.zhice.server.ontology;

import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The ontology at its own address, in each form, and each version at that of the version. */
public record OntologyRoom() implements Room {
    @Override
    public void mount(Routes routes) {
        Page page = Page.later(OntologyPage::new);
        routes.page(OntologyPage.ADDRESS + "/*", page);
        OntologyPage.FORMATS.forEach(format -> routes.page(OntologyPage.ADDRESS + "." + format.id(), page));
    }
}
