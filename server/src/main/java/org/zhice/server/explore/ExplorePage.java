package org.zhice.server.explore;

import java.util.List;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Release;

/** What is found by facets: a page, its things and counts as JSON, its things as CSV, or its query. */
record ExplorePage() implements Page {
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV, Format.RQ, Format.HTML);

    /** A query bears a line of words. */
    @Override
    public boolean speaks(Client client) {
        Format format = Format.wanted(FORMATS, client);
        return format == Format.HTML || format == Format.RQ || format == Format.JSON;
    }

    @Override
    public Answer get(Client client, Release release) {
        Format format = Format.wanted(FORMATS, client);
        Choice choice = new Asking(client, release).choice();
        if (format == Format.CSV) {
            return format.ofRows(release.select(Explored.rowsAsked(choice)));
        }
        Explored found = Explored.of(choice, release);
        ValueNames names = ValueNames.of(found.values(), !choice.find().isEmpty(), release);
        return switch (format) {
            case HTML ->
                Templates.page(
                        client,
                        "explore",
                        ExploreModel.of(found, names, Messages.in(client.language(), ExplorePage.class)));
            case RQ -> Answer.text(Format.RQ.contentType(), new QueryText(choice, names, client.language()).rows());
            default -> Answer.json(new ExploreJson(found, names, client).json());
        };
    }
}
