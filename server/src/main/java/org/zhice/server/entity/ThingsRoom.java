package org.zhice.server.entity;

import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** What things there are, by kind. */
public record ThingsRoom() implements Room {
    @Override
    public void mount(Routes routes) {
        routes.page(KindsPage.ADDRESS, new KindsPage()).page(KindsPage.ADDRESS + "/*", new ThingsPage());
    }
}
