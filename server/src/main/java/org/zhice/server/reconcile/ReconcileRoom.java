package org.zhice.server.reconcile;

import org.zhice.server.web.Links;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The service and what its manifest names: suggestions, small previews, properties, the way to the page of a thing. */
public record ReconcileRoom() implements Room {
    static final String SUGGEST = Links.RECONCILE + "/suggest/";
    static final String FLYOUT = Links.RECONCILE + "/flyout/";
    static final String PREVIEW = Links.RECONCILE + "/preview";
    static final String PROPERTIES = Links.RECONCILE + "/properties";
    static final String VIEW = Links.RECONCILE + "/view";

    @Override
    public void mount(Routes routes) {
        routes.form(Links.RECONCILE, new ReconcilePage());
        for (Suggestible what : Suggestible.values()) {
            routes.query(SUGGEST + what.id(), new SuggestPage(what));
            routes.query(FLYOUT + what.id(), new FlyoutPage(what));
        }
        routes.query(PREVIEW, new PreviewPage())
                .query(PROPERTIES, new ProposalPage())
                .page(VIEW, (client, release) -> Ids.view(client, release));
    }
}
