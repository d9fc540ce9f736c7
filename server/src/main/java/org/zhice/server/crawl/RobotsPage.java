package org.zhice.server.crawl;

import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.store.Release;

/** What a crawler may ask for (RFC 9309): pages, but no queries, none of the many choices of facets, no tools and nothing of the machine room. */
record RobotsPage() implements Page {
    @Override
    public boolean speaks(Client client) {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        return Answer.text("text/plain; charset=utf-8", """
                User-agent: *
                Disallow: %s?
                Disallow: /explore?
                Disallow: /mcp
                Disallow: /$/

                Sitemap: %s
                """.formatted(Links.SPARQL, client.site() + Sitemap.ADDRESS));
    }
}
