package org.zhice.server.crawl;

import java.util.List;
import java.util.stream.Stream;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Links;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;

/** What a crawler asks first. */
public record CrawlRoom(SavedQueries queries) implements Room {
    private static final List<String> PAGES = List.of(
            "/",
            "/plans",
            "/plans/compare",
            Links.DOCUMENTS,
            "/laws",
            "/agencies",
            "/network",
            "/campaigns",
            "/metrics",
            "/places",
            "/queries",
            "/explore",
            "/search",
            "/help",
            "/sparql",
            "/dataset",
            "/coverage",
            "/ontology.html",
            "/tables/",
            "/dumps/",
            "/releases",
            "/id",
            "/concept/",
            "/graph/");

    @Override
    public void mount(Routes routes) {
        routes.page("/robots.txt", new RobotsPage()).page(Sitemap.ADDRESS, new SitemapPage(this::pages));
    }

    /** All pages but those of the things of the graph. */
    private List<String> pages() {
        return Stream.concat(PAGES.stream(), queries.all().stream().map(query -> Links.query(query.id())))
                .toList();
    }
}
