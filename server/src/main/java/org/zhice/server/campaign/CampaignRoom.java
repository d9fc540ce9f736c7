package org.zhice.server.campaign;

import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** Campaigns. */
public record CampaignRoom() implements Room {
    @Override
    public void mount(Routes routes) {
        routes.page("/campaigns", Page.later(CampaignsPage::new));
    }
}
