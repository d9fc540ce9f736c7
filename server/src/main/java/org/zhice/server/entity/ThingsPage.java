package org.zhice.server.entity;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/** All things of one kind, as many on a page as people can look over. */
record ThingsPage() implements Page {
    private static final String PAGE = "page";

    /**
     * What the page shows.
     *
     * @param before the address of the page before; null if this is the first
     * @param after that of the page after; null if this is the last
     */
    record Model(
            String kind,
            String name,
            String things,
            List<Thing> shown,
            String page,
            String pages,
            String before,
            String after) {}

    /**
     * A thing.
     *
     * @param lang the language of its name; null if it has none and shows its id
     */
    record Thing(String id, String name, String lang, String address) {
        static Thing of(Node thing, Label label, Language language) {
            String id = Terms.localName(thing.getURI());
            String name = label.in(language.tag());
            return new Thing(
                    id,
                    name.isEmpty() ? id : name,
                    name.isEmpty() ? null : name.equals(label.en()) ? "en" : "zh",
                    Links.local(thing.getURI()));
        }
    }

    @Override
    public Answer get(Client client, Release release) {
        String kind = client.rest().replaceFirst("/$", "");
        Map<String, Long> counts = Things.counts(release);
        if (!counts.containsKey(kind)) {
            throw Problem.of(404, "unknown-kind", kind, String.join(", ", counts.keySet()));
        }
        int size = release.limits().shownRows();
        long pages = (counts.get(kind) + size - 1) / size;
        long page = page(client, pages);
        List<Node> things = Things.ofKind(release, kind, (page - 1) * size, size);
        Map<Node, Label> labels = Labels.of(release, things);
        Language language = client.language();
        return Templates.page(
                client,
                "things",
                new Model(
                        kind,
                        KindsPage.name(release, kind, language),
                        Numbers.show(counts.get(kind), language),
                        things.stream()
                                .map(thing -> Thing.of(thing, labels.getOrDefault(thing, Label.NONE), language))
                                .toList(),
                        Numbers.show(page, language),
                        Numbers.show(pages, language),
                        page == 1 ? null : address(kind, page - 1),
                        page == pages ? null : address(kind, page + 1)));
    }

    private static String address(String kind, long page) {
        return KindsPage.address(kind) + Links.parameters(Map.of(PAGE, String.valueOf(page)));
    }

    private static long page(Client client, long pages) {
        String text = client.parameter(PAGE).orElse("1");
        long page = text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
        if (page < 1 || page > pages) {
            throw Problem.option(PAGE, text, "1–" + pages);
        }
        return page;
    }
}
