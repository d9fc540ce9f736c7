package org.zhice.server;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
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
        model.put("groups", QueryListPage.groups(queries, client.language()));
        model.put("example", EXAMPLE);
        model.put("exampleLink", Links.editor(EXAMPLE));
        model.put("site_url", action.getRequest().getRequestURL().toString().replaceFirst("/$", ""));
        return Templates.page(client, "home.ftlh", model);
    }

    private static Map<String, Object> contents(Store store, Language language) {
        List<Map<String, String>> plans = Resources.rows(store, PLANS);
        Map<String, String> counts = Resources.rows(store, COUNTS).get(0);
        return Map.of("plans", plans, "counts", counts, "built", built(store.build(), language));
    }

    /** The day in the name of a build, written for people; the name itself if it has none. */
    private static String built(String build, Language language) {
        String day = build.replaceFirst("^build-(\\d{8}).*", "$1");
        try {
            return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                    .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale()));
        } catch (DateTimeParseException e) {
            return build;
        }
    }
}
