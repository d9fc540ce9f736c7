package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by facets in the shipped data, counted again in the tables, without any query. */
class ExploreCountsTest {
    private static final List<Map<String, String>> TASKS = table("task");
    private static final List<Map<String, String>> RESPONSIBILITIES = table("responsibility");
    private static final List<Map<String, String>> ACTIONS = table("legislative_action");
    private static final List<Map<String, String>> ACTS = table("implementing_action");
    private static final List<Map<String, String>> TOPICS = table("task_topic");
    private static final Map<String, String> BROADER = column(table("topic"), "id", "broader");
    private static final List<Map<String, String>> INITIATIVES = table("task_initiative");
    private static final Map<String, String> EDITIONS = column(table("campaign_edition"), "id", "series");
    private static final List<Map<String, String>> PLACES = table("task_area");
    private static final Map<String, String> WITHIN = column(table("area"), "id", "within");

    /** The values that each facet of tasks has in the tables. */
    private static final Map<String, List<String>> VALUES = new LinkedHashMap<>(Map.of(
            "plan", distinct(TASKS, "document"),
            "agency", distinct(table("agency"), "id"),
            "role", List.of("lead", "participating"),
            "topic", distinct(table("topic"), "id"),
            "work", distinct(ACTS, "action"),
            "act", distinct(ACTIONS, "action"),
            "commitment", distinct(ACTIONS, "commitment"),
            "instrument", distinct(table("instrument"), "id"),
            "campaign", distinct(table("campaign_series"), "id"),
            "place", distinct(table("area"), "id")));

    /** Two facets, several values of one, what must hold of the same act or responsibility, nothing at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plan=plan-2019",
                "plan=plan-2019&agency=cnipa&role=lead",
                "agency=cnipa&role=participating&topic=patent&topic=trademark",
                "topic=protection&agency=mps&agency=spp&agency=spc",
                "act=amend&instrument=trademark-law",
                "act=draft&commitment=study-first&plan=plan-2023&plan=plan-2024",
                "work=train&plan=plan-2024",
                "work=pilot&act=amend",
                "campaign=kunlun",
                "campaign=kunlun&plan=plan-2019",
                "agency=cas&topic=customs",
                "place=hainan",
                "place=cn&place=japan&plan=plan-2024",
            })
    void tasks_and_counts_are_those_of_the_tables(String query) {
        Map<String, Set<String>> chosen = chosen(query);
        JsonObject json = json("task", query);

        assertThat(ids(json, "task")).isEqualTo(tasks(chosen));
        for (String facet : VALUES.keySet()) {
            Map<String, Integer> expected = new TreeMap<>();
            for (String value : VALUES.get(facet)) {
                Map<String, Set<String>> other = new LinkedHashMap<>(chosen);
                other.put(facet, Set.of(value));
                int found = tasks(other).size();
                if (found > 0) {
                    expected.put(value, found);
                }
            }
            assertThat(counts(json, facet)).as(facet).isEqualTo(expected);
        }
        requireSameRows("task", query, json);
    }

    @Test
    void the_tables_have_something_to_count() {
        assertThat(tasks(Map.of())).hasSize(355);
        assertThat(tasks(chosen("plan=plan-2019&agency=cnipa&role=lead"))).hasSize(35);
        assertThat(tasks(chosen("campaign=kunlun"))).isNotEmpty();
        assertThat(tasks(chosen("act=amend&instrument=trademark-law"))).isNotEmpty();
        assertThat(tasks(chosen("agency=cas&topic=customs"))).isEmpty();
        assertThat(tasks(chosen("place=hainan"))).containsExactly("2019-059", "2024-087");
    }

    @Test
    void measures_are_those_of_the_tables() {
        String query = "act=amend&act=draft&agency=cnipa&plan=plan-2023";
        JsonObject json = json("item", query);
        Set<String> tasks = tasks(chosen("agency=cnipa&plan=plan-2023"));

        assertThat(ids(json, "item"))
                .isNotEmpty()
                .isEqualTo(ACTIONS.stream()
                        .filter(action -> tasks.contains(action.get("task"))
                                && Set.of("amend", "draft").contains(action.get("action")))
                        .map(action -> action.get("task") + "-" + action.get("ordinal"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        requireSameRows("item", query, json);
    }

    @Test
    void acts_are_those_of_the_tables() {
        String query = "work=train&work=pilot&commitment=carry-out&agency=moe&role=participating&plan=plan-2023";
        JsonObject json = json("act", query);
        Set<String> tasks = tasks(chosen("agency=moe&role=participating&plan=plan-2023"));

        assertThat(ids(json, "act"))
                .isNotEmpty()
                .isEqualTo(ACTS.stream()
                        .filter(act -> tasks.contains(act.get("task"))
                                && Set.of("train", "pilot").contains(act.get("action"))
                                && act.get("commitment").equals("carry-out"))
                        .map(act -> act.get("task") + "-" + act.get("ordinal"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        requireSameRows("act", query, json);
        assertThat(json("act", "").get("total")).hasToString(String.valueOf(ACTS.size()));
    }

    @Test
    void laws_are_those_of_the_tables() {
        String query = "commitment=study-first&plan=plan-2019&type=law";
        JsonObject json = json("instrument", query);
        Map<String, String> types = column(table("instrument"), "id", "type");

        assertThat(ids(json, "instrument"))
                .isEqualTo(ACTIONS.stream()
                        .filter(action -> action.get("task").startsWith("2019-")
                                && action.get("commitment").equals("study-first")
                                && types.get(action.get("instrument")).equals("law"))
                        .map(action -> action.get("instrument"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        requireSameRows("instrument", query, json);
        assertThat(json("instrument", "").get("total"))
                .hasToString(String.valueOf(
                        table("instrument").size() + table("document").size()));
    }

    @Test
    void figures_are_those_of_the_tables() {
        String query = "year=2022&measure=stock&place=cn";
        JsonObject json = json("statement", query);
        Map<String, String> kinds = column(table("metric"), "id", "kind");

        assertThat(ids(json, "statement"))
                .isNotEmpty()
                .isEqualTo(Stream.concat(table("observation").stream(), table("target").stream())
                        .filter(figure -> figure.get("period_end").startsWith("2022")
                                && kinds.get(figure.get("metric")).equals("stock"))
                        .map(figure -> figure.get("id"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        requireSameRows("statement", query, json);
    }

    @Test
    void figures_are_on_the_topics_of_their_metrics_and_on_the_tasks_of_agencies() throws Exception {
        Set<String> tasks = of(RESPONSIBILITIES, row -> row.get("agency").equals("pbc"));
        Set<String> metrics = table("metric_task").stream()
                .filter(tie -> tasks.contains(tie.get("task")))
                .map(tie -> tie.get("metric"))
                .collect(Collectors.toSet());
        Set<String> patents = table("metric_subject").stream()
                .filter(tie ->
                        tie.get("kind").equals("topic") && tie.get("subject").equals("patent"))
                .map(tie -> tie.get("metric"))
                .collect(Collectors.toSet());
        JsonObject json = json("statement", "agency=pbc&topic=patent");

        assertThat(ids(json, "statement"))
                .isNotEmpty()
                .isEqualTo(table("observation").stream()
                        .filter(figure ->
                                metrics.contains(figure.get("metric")) && patents.contains(figure.get("metric")))
                        .map(figure -> figure.get("id"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        requireSameRows("statement", "agency=pbc&topic=patent", json);
    }

    /** What may have been meant: an id that is nearly written so, or a name. */
    @Test
    void an_agency_that_there_is_not_is_told_with_those_near() {
        assertThat(refusal("agency=cnpia")).contains("expected cnipa");
        assertThat(refusal("agency=%E5%9B%BD%E7%9F%A5%E5%B1%80")).contains("expected cnipa");
        assertThat(refusal("agency=%F0%A0%AE%B7"))
                .contains("“agency” cannot be “𠮷”; expected the id of a value of the list")
                .contains("<a href=\"/explore?kind=task&amp;all=agency#by-agency\">What can be chosen</a>")
                .doesNotContain("cnipa");
    }

    /** The tasks that have a value of each facet: agency and role of one row, act, commitment and law of one row. */
    private static Set<String> tasks(Map<String, Set<String>> chosen) {
        Set<String> held = of(
                RESPONSIBILITIES,
                row -> has(chosen, "agency", row.get("agency"))
                        && has(chosen, "role", row.get("role").equals("participant") ? "participating" : "lead"));
        Set<String> acted = of(
                ACTIONS,
                row -> has(chosen, "act", row.get("action"))
                        && has(chosen, "commitment", row.get("commitment"))
                        && has(chosen, "instrument", row.get("instrument")));
        Set<String> done = of(ACTS, row -> has(chosen, "work", row.get("action")));
        Set<String> about = of(
                TOPICS,
                row -> above(row.get("topic"), BROADER).stream().anyMatch(topic -> has(chosen, "topic", topic)));
        Set<String> named = of(
                INITIATIVES,
                row -> row.get("initiative").startsWith("campaign/")
                        && has(
                                chosen,
                                "campaign",
                                EDITIONS.get(row.get("initiative").replaceFirst("campaign/", ""))));
        Set<String> there = of(
                PLACES, row -> above(row.get("area"), WITHIN).stream().anyMatch(place -> has(chosen, "place", place)));
        return TASKS.stream()
                .filter(task -> has(chosen, "plan", task.get("document")))
                .map(task -> task.get("id"))
                .filter(task -> isFree(chosen, "agency", "role") || held.contains(task))
                .filter(task -> isFree(chosen, "act", "commitment", "instrument") || acted.contains(task))
                .filter(task -> isFree(chosen, "work") || done.contains(task))
                .filter(task -> isFree(chosen, "topic") || about.contains(task))
                .filter(task -> isFree(chosen, "campaign") || named.contains(task))
                .filter(task -> isFree(chosen, "place") || there.contains(task))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isFree(Map<String, Set<String>> chosen, String... facets) {
        return Stream.of(facets).noneMatch(chosen::containsKey);
    }

    private static Set<String> of(List<Map<String, String>> rows, Predicate<Map<String, String>> wanted) {
        return rows.stream().filter(wanted).map(row -> row.get("task")).collect(Collectors.toSet());
    }

    private static boolean has(Map<String, Set<String>> chosen, String facet, String value) {
        return !chosen.containsKey(facet) || chosen.get(facet).contains(value);
    }

    /** A topic or place and all above it. */
    private static Set<String> above(String narrowest, Map<String, String> broader) {
        Set<String> all = new HashSet<>();
        for (String one = narrowest; !one.isEmpty(); one = broader.get(one)) {
            all.add(one);
        }
        return all;
    }

    private static Map<String, Set<String>> chosen(String query) {
        return Stream.of(query.split("&"))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("="))
                .collect(Collectors.groupingBy(
                        part -> part[0], LinkedHashMap::new, Collectors.mapping(part -> part[1], Collectors.toSet())));
    }

    private static List<Map<String, String>> table(String name) {
        return CsvRows.table(name).rows();
    }

    private static Map<String, String> column(List<Map<String, String>> rows, String key, String value) {
        return rows.stream().collect(Collectors.toMap(row -> row.get(key), row -> row.get(value)));
    }

    private static List<String> distinct(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).distinct().toList();
    }

    private static JsonObject json(String kind, String query) {
        return JSON.parse(get(kind, query, "json"));
    }

    private static String get(String kind, String query, String format) {
        String options = "?kind=" + kind + "&page-size=1000&format=" + format + (query.isEmpty() ? "" : "&" + query);
        return CsvRows.get("/explore" + options).body();
    }

    private static String refusal(String query) {
        HttpResponse<String> page = CsvRows.get("/explore?" + query + "&lang=en");
        assertThat(page.statusCode()).isEqualTo(400);
        return page.body();
    }

    /** The file of the result, and what its query finds, are the very rows of the page. */
    private static void requireSameRows(String kind, String query, JsonObject json) {
        String csv = get(kind, query, "csv");
        String sparql = URLEncoder.encode(json.getString("sparql"), StandardCharsets.UTF_8);
        assertThat(CsvRows.get("/sparql?format=csv&query=" + sparql).body()).isEqualTo(csv);
        assertThat(CsvRows.parsed(csv).of(kind).map(iri -> iri.replaceFirst(".*/", "")))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(ids(json, kind));
    }

    private static Set<String> ids(JsonObject json, String kind) {
        return json.get("rows").getAsArray().stream()
                .map(row -> row.getAsObject().getString(kind).replaceFirst(".*/", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Integer> counts(JsonObject json, String facet) {
        Map<String, Integer> counts = new TreeMap<>();
        json.getObj("facets").get(facet).getAsArray().stream()
                .map(JsonValue::getAsObject)
                .forEach(value -> counts.put(
                        value.getString("value"),
                        value.get("count").getAsNumber().value().intValue()));
        return counts;
    }
}
