package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;

/**
 * Names by which people know an agency: current and former ones, of offices that it holds, of bodies whose duties it took
 * over; written by hand in {@code agency-names.csv}. The name of another body is never a certain match.
 */
class AgencyNamesTest {
    private static final String AGENCY = "https://w3id.org/zhice/id/agency/";
    private static final List<Map<String, String>> NAMES =
            CsvRows.beside("agency-names.csv").rows();

    @Test
    void the_search_finds_the_agency_first() throws Exception {
        assertThat(NAMES).hasSizeGreaterThan(60);
        for (Map<String, String> name : NAMES) {
            JsonObject first = get("search?format=json&q=" + encoded(name.get("name")))
                    .get("hits")
                    .getAsArray()
                    .get(0)
                    .getAsObject();
            assertThat(first.getString("iri")).as(name.get("name")).isEqualTo(AGENCY + name.get("agency"));
        }
    }

    @Test
    void matching_finds_the_agency_first_and_is_certain_only_of_its_own_names() throws Exception {
        JsonObject queries = new JsonObject();
        for (int i = 0; i < 50; i++) {
            ask(queries, i);
        }
        JsonObject more = new JsonObject();
        for (int i = 50; i < NAMES.size(); i++) {
            ask(more, i);
        }
        JsonObject answers = get("reconcile?queries=" + encoded(queries.toString()));
        get("reconcile?queries=" + encoded(more.toString())).forEach(answers::put);
        for (int i = 0; i < NAMES.size(); i++) {
            Map<String, String> name = NAMES.get(i);
            JsonObject first =
                    answers.getObj("q" + i).get("result").getAsArray().get(0).getAsObject();
            assertThat(first.getString("id")).as(name.get("name")).isEqualTo("agency/" + name.get("agency"));
            assertThat(first.get("score").getAsNumber().value().doubleValue())
                    .as(name.get("name"))
                    .isEqualTo(100, within(0.01));
            assertThat(first.getBoolean("match"))
                    .as(name.get("name"))
                    .isEqualTo(Boolean.parseBoolean(name.get("certain")));
        }
    }

    /** Two forms are printed in plans for a body and for the one that took its place. */
    @Test
    void no_name_leads_to_two_agencies_but_those_that_plans_print_for_both() {
        Map<String, Set<String>> holders = new HashMap<>();
        for (Map<String, String> row : CsvRows.table("agency").rows()) {
            List.of("name_zh", "full_name_zh", "name_en", "abbreviation")
                    .forEach(column -> add(holders, row.get(column), row.get("id")));
        }
        CsvRows.table("agency_name").rows().forEach(row -> add(holders, row.get("form"), row.get("agency")));
        holders.remove("");
        assertThat(holders).hasSizeGreaterThan(300);
        holders.values().removeIf(agencies -> agencies.size() == 1);
        assertThat(holders).containsOnlyKeys("联席会议办公室", "联席会议成员单位");
    }

    /** What rests on a reform says which. */
    @Test
    void the_name_of_a_predecessor_or_of_an_office_has_its_ground() {
        assertThat(CsvRows.table("agency_name").rows().stream()
                        .filter(row -> List.of("predecessor", "office").contains(row.get("name_kind"))))
                .hasSize(84)
                .allSatisfy(row -> {
                    assertThat(row.get("source_zh")).isNotEmpty();
                    assertThat(row.get("source_en")).isNotEmpty();
                });
    }

    private static void add(Map<String, Set<String>> holders, String name, String agency) {
        holders.computeIfAbsent(name.toLowerCase(Locale.ROOT), first -> new TreeSet<>())
                .add(agency);
    }

    private static void ask(JsonObject queries, int i) {
        JsonObject query = new JsonObject();
        query.put("query", NAMES.get(i).get("name"));
        query.put("type", "agency");
        queries.put("q" + i, query);
    }

    private static JsonObject get(String address) throws IOException, InterruptedException {
        return JSON.parse(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Shipped.server().url() + address))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
