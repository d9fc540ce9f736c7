package org.zhice.server.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.question.Picture;
import org.zhice.server.sparql.SparqlRoom;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Health;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Kinds;
import org.zhice.store.Label;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.ReleaseId;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** The front page: what is in the graph now, what can be asked, and how. */
record HomePage(SavedQueries queries, Health health, Supplier<Set<String>> rooms) implements Page {
    private static final Pattern DAY = Pattern.compile("build-(\\d{4})(\\d\\d)(\\d\\d)-.*");
    private static final Query PLANS = Queries.read(HomePage.class, "plans.rq");

    private static final String EXPLORE = "explore";

    /** The kinds that people come in by, each with the room that may have a page of them all. */
    private static final Map<String, String> WAYS = ways();

    /**
     * What the page shows.
     *
     * @param older whether there is a newer build that is damaged
     * @param timeline the plans as a drawing
     * @param ways in, by what people know
     * @param explore whether there is a page to browse by several of these at once
     * @param pictures questions with a glance at their answers
     * @param built the day of the build
     * @param release its name
     * @param site its address
     * @param questions how many there are in all
     * @param exampleLink the address of the editor with the example in it
     * @param endpoint the address to send queries to
     * @param csv the address of an answer, to begin with
     * @param catalogue the dataset as search engines for data read it
     */
    record Model(
            boolean older,
            List<Plan> plans,
            Timeline timeline,
            List<Way> ways,
            boolean explore,
            List<Count> counts,
            List<Picture> pictures,
            String questions,
            String built,
            String release,
            String site,
            String example,
            String exampleLink,
            String endpoint,
            String csv,
            String catalogue) {}

    /** A way in, named by a word of ours. */
    record Way(String kind, String href) {}

    /**
     * A plan, and how much there is in it.
     *
     * @param lang the language of its title
     * @param href where it is told of
     */
    record Plan(String year, String title, String lang, String href, String tasks, String chapters, String agencies) {
        /** Its title in the other language if it has none in this one. */
        static Plan of(Binding row, Language language, Set<String> rooms) {
            Label title = new Label(Result.text(row, "en"), Result.text(row, "zh"));
            String shown = title.in(language.tag());
            return new Plan(
                    Result.text(row, "year"),
                    shown,
                    shown.equals(title.en()) ? "en" : "zh",
                    rooms.contains("plans")
                            ? "/plans/" + Result.text(row, "year")
                            : Links.local(Result.text(row, "plan")),
                    Result.text(row, "tasks"),
                    Result.text(row, "chapters"),
                    Result.text(row, "agencies"));
        }
    }

    /**
     * How many things there are of a class.
     *
     * @param definition of the class; null if it has none
     * @param href where they are listed
     */
    record Count(String label, String definition, String things, String href) {}

    @Override
    public Answer get(Client client, Release release) {
        Language language = client.language();
        Set<String> names = rooms.get();
        List<Plan> plans = release.select(PLANS).rows().stream()
                .map(row -> Plan.of(row, language, names))
                .toList();
        Model model = new Model(
                isOlder(),
                plans,
                Timeline.of(plans),
                ways(release, names),
                names.contains(EXPLORE),
                counts(release, language),
                Picture.front(queries, release, language),
                Numbers.show(queries.all().size(), language),
                built(release.id()),
                ReleaseId.of(release).orElseGet(release::id),
                client.site(),
                SparqlRoom.EXAMPLE,
                Links.editor(SparqlRoom.EXAMPLE),
                client.site() + Links.SPARQL,
                client.site() + csv(),
                Catalogue.json(client, ReleaseId.of(release).orElseGet(release::id), built(release.id())));
        return Templates.page(client, "home", model);
    }

    private static Map<String, String> ways() {
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put("agency", "agencies");
        ways.put("instrument", "laws");
        ways.put("campaign", "campaigns");
        ways.put("metric", "metrics");
        ways.put("topic", "topics");
        ways.put("area", "places");
        return ways;
    }

    /** To the page of all of a kind if a room has one, else to the list of them. */
    private static List<Way> ways(Release release, Set<String> rooms) {
        return WAYS.entrySet().stream()
                .filter(way -> Kinds.of(release).all().containsKey(way.getKey()))
                .map(way -> new Way(
                        way.getKey(),
                        rooms.contains(way.getValue())
                                ? "/" + way.getValue()
                                : Links.local(Terms.ID + way.getKey() + "/")))
                .toList();
    }

    /** The warning of a damaged newer build comes and goes while the release stays the same. */
    @Override
    public String state() {
        return isOlder() ? "older" : "";
    }

    private boolean isOlder() {
        return health.warning(Health.STORE).isPresent();
    }

    /** The first query of the list. */
    private String csv() {
        return Links.query(queries.grouped(queries.all()).stream()
                        .map(group -> group.queries().get(0).id())
                        .findFirst()
                        .orElse("ID"))
                + "?format=csv";
    }

    /** How many things of each class there are; what is of no class of ours only if we have a word for it. */
    private static List<Count> counts(Release release, Language language) {
        return Kinds.of(release).classes().stream()
                .map(count -> count(count, language))
                .filter(count -> !count.label().isEmpty())
                .toList();
    }

    private static Count count(Kinds.Count count, Language language) {
        String label = count.label().isEmpty()
                ? Messages.in(language, HomePage.class)
                        .find("kind." + count.kind())
                        .orElse("")
                : count.label().in(language.tag());
        String definition = count.definition().in(language.tag());
        return new Count(
                label,
                definition.isEmpty() ? null : definition,
                Numbers.show(count.things(), language),
                Links.local(Terms.ID + count.kind() + "/"));
    }

    /** The day in the name of a build; what another engine holds has none. */
    private static String built(String build) {
        Matcher day = DAY.matcher(build);
        return day.matches() ? "%s-%s-%s".formatted(day.group(1), day.group(2), day.group(3)) : "–";
    }
}
