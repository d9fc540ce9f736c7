package org.zhice.server.mcp;

import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The tools for language models over HTTP. */
public record McpRoom(SavedQueries queries) implements Room {
    @Override
    public void mount(Routes routes) {
        routes.query("/mcp", new McpService(queries, routes.releases(), routes.limits()).servlet());
    }
}
