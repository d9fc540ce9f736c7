package org.zhice.server.question;

import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** The saved queries: their list, their pages, their answers, and both as an API and as RDF. */
public record QuestionRoom(SavedQueries queries) implements Room {
    @Override
    public void mount(Routes routes) {
        routes.page("/queries", new QueryListPage(queries))
                .query("/queries/*", Page.later(() -> new QueryPage(queries)))
                .query(Links.API, Page.later(() -> new OpenApiPage(queries)))
                .page("/.well-known/sparql-examples", new ExamplesPage(queries));
    }
}
