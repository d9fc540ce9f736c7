package org.zhice.server.crawl;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Release;

/**
 * All pages: those that are always there, then one for each thing of the release.
 *
 * @param always the paths of the former, asked for once the server answers
 */
record SitemapPage(Supplier<List<String>> always) implements Page {
    /** As many addresses as a sitemap may hold. */
    private static final int MOST = 50_000;

    @Override
    public boolean speaks(Client client) {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        int most = Math.min(MOST, release.limits().rows());
        List<String> pages = always.get();
        long all = pages.size()
                + Things.counts(release).values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
        int parts = (int) ((all + most - 1) / most);
        if (parts > 1 && client.parameter(Sitemap.PART).isEmpty()) {
            return Sitemap.index(parts, part -> client.site() + Sitemap.ADDRESS + "?" + Sitemap.PART + "=" + part);
        }
        long from = (part(client, parts) - 1L) * most;
        return Sitemap.of(paths(pages, release, from, most)
                .map(path -> client.site() + path)
                .toList());
    }

    private static int part(Client client, int parts) {
        String text = client.parameter(Sitemap.PART).orElse("1");
        int part = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (part < 1 || part > parts) {
            throw Problem.option(Sitemap.PART, text, "1–" + parts);
        }
        return part;
    }

    /** The pages come first, so that the first part holds them all. */
    private static Stream<String> paths(List<String> pages, Release release, long from, int most) {
        List<String> first = from == 0 ? pages : List.of();
        long passed = Math.max(0, from - pages.size());
        return Stream.concat(
                first.stream(),
                Things.some(release, passed, most - first.size()).stream()
                        .map(thing -> Links.local(thing.getURI()) + ".html"));
    }
}
