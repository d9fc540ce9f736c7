package org.zhice.server.help;

import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The help. */
public final class HelpRoom implements Room {
    @Override
    public void mount(Routes routes) {
        routes.page("/help", Page.later(HelpPage::new));
    }
}
