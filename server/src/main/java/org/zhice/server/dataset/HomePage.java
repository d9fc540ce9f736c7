package org.zhice.server.dataset;

import java.util.List;
import java.util.Map;
import org.apache.jena.query.Query;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.question.QueryListPage;
import org.zhice.server.sparql.SparqlRoom;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Kinds;
import org.zhice.store.Queries;
import org.zhice.store.Release;

/** The front page: what is in the graph now, what can be asked, and how. */
record HomePage(SavedQueries queries) implements Page {
    private static final Query PLANS = Queries.read(HomePage.class, "plans.rq");

    @Override
    public Answer get(Client client, Release release) {
        Language language = client.language();
        Map<String, Object> model = Map.of(
                "plans", Texts.of(release.select(PLANS)),
                "counts", counts(release, language),
                "built", built(release.id()),
                "groups", QueryListPage.groups(queries, language),
                "example", SparqlRoom.EXAMPLE,
                "exampleLink", Links.editor(SparqlRoom.EXAMPLE),
                "site_url", client.site());
        return Templates.page(client, "dataset/home.ftlh", model);
    }

    /** How many things of each class there are; what is of no class of ours only if we have a word for it. */
    private static List<Map<String, String>> counts(Release release, Language language) {
        Messages messages = Messages.in(language);
        return Kinds.of(release).classes().stream()
                .map(count -> Map.of(
                        "label",
                        count.label().isEmpty()
                                ? messages.find("kind." + count.kind()).orElse("")
                                : count.label().in(language.tag()),
                        "definition",
                        count.definition().in(language.tag()),
                        "things",
                        Numbers.show(count.things(), language)))
                .filter(count -> !count.get("label").isEmpty())
                .toList();
    }

    /** The day in the name of a build; the name itself if it has none. */
    private static String built(String build) {
        return build.replaceFirst("^build-(\\d{4})(\\d\\d)(\\d\\d)-.*", "$1-$2-$3");
    }
}
