package org.zhice.server.search;

import java.util.List;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;
import org.zhice.store.find.Found;
import org.zhice.store.find.SearchIndex;
import org.zhice.store.find.SearchWords;

/** What a search finds, as a page or as JSON. */
record SearchPage() implements Page {
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.HTML);

    @Override
    public boolean speaks(Client client) {
        return Format.wanted(FORMATS, client) == Format.HTML;
    }

    @Override
    public Answer get(Client client, Release release) {
        boolean page = Format.wanted(FORMATS, client) == Format.HTML;
        SearchIndex index = SearchIndex.of(release);
        SearchRequest request = SearchRequest.of(client, index, release.limits());
        if (page && request.text().isEmpty()) {
            return Templates.page(client, "search", SearchModel.empty());
        }
        SearchWords words = SearchWords.of(request.text());
        Found found = index.find(words);
        return page
                ? Templates.page(client, "search", SearchModel.of(request, found, index, words, client.language()))
                : Answer.json(new SearchJson(request, words, index, Prefixes.of(release), client.site()).of(found));
    }
}
