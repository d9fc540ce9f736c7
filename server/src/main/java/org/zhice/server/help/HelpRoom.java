package org.zhice.server.help;

import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The help. */
public final class HelpRoom implements Room {
    @Override
    public void mount(Routes routes) {
        routes.page("/help", new HelpPage());
    }
}
