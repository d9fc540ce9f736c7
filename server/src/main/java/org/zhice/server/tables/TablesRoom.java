package org.zhice.server.tables;

import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;
import org.zhice.store.tdb.StoreFiles;

/**
 * The tables that a release was made from.
 *
 * @param stores where builds lie, each with its tables
 */
public record TablesRoom(StoreFiles stores) implements Room {
    /** The page of the tables; their files stand below it. */
    static final String ADDRESS = "/tables/";

    @Override
    public void mount(Routes routes) {
        routes.page(ADDRESS + "*", new TablesPage(stores));
    }
}
