package org.zhice.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.Query;
import org.zhice.server.query.SavedQueries;

/** The front page: what is in the graph now, what can be asked, and how. */
record HomePage(SavedQueries queries) implements Page {
    private static final Query PLANS = Resources.query("plans.rq");
    private static final Query COUNTS = Resources.query("counts.rq");
    private static final String EXAMPLE = Resources.text("example.rq");

    @Override
    public Answer get(HttpAction action, Client client) {
        Map<String, Object> contents = Store.read(action, store -> contents(store, client.language()));
        Map<String, Object> model = new HashMap<>(contents);
        model.put("groups", QueryListPage.groups(queries.all(), client.language()));
        model.put("example", EXAMPLE);
        model.put("exampleLink", Links.editor(EXAMPLE));
        model.put("site_url", action.getRequest().getRequestURL().toString().replaceFirst("/$", ""));
        return Templates.page(client, "home.ftlh", model);
    }

    private static Map<String, Object> contents(Store store, Language language) {
        List<Map<String, String>> plans = Resources.rows(store, PLANS);
        Map<String, String> counts = Resources.rows(store, COUNTS).get(0);
        counts.values().removeIf("0"::equals);
        counts.replaceAll((kind, count) -> Numbers.show(count, language));
        return Map.of("plans", plans, "counts", counts, "built", built(store.build()));
    }

    /** The day in the name of a build; the name itself if it has none. */
    private static String built(String build) {
        return build.replaceFirst("^build-(\\d{4})(\\d\\d)(\\d\\d)-.*", "$1-$2-$3");
    }
}
