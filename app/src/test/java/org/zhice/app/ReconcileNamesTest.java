package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhice.server.ZhiceServer;

/**
 * Names as people type them, written by hand before there was anything to find them, are matched over HTTP with the graph
 * that the tables make. {@code names.csv} says what each means; those of {@code names-of-others.csv} mean nothing of ours.
 */
class ReconcileNamesTest {
    private static final Map<String, String> TYPES =
            Map.of("agency", "agency", "law", "instrument", "treaty", "instrument", "campaign", "campaign");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int BATCH = 50;

    private static ZhiceServer server;

    @BeforeAll
    static void serve() {
        server = Shipped.server();
    }

    /** How many were right, of how many. */
    private record Figure(int right, int all) {
        static Figure of(boolean right) {
            return new Figure(right ? 1 : 0, 1);
        }

        Figure plus(Figure other) {
            return new Figure(right + other.right, all + other.all);
        }

        double share() {
            return (double) right / all;
        }
    }

    @Test
    void of_two_hundred_names_the_right_thing_comes_first_and_no_match_is_wrong() {
        List<Map<String, String>> names = CsvRows.beside("names.csv").rows();
        assertThat(names).hasSize(200);
        Map<String, Figure> figures = new TreeMap<>();
        List<JsonArray> answers = answers(names, true);
        for (int i = 0; i < names.size(); i++) {
            Map<String, String> name = names.get(i);
            JsonArray found = answers.get(i);
            String first = found.isEmpty() ? "" : found.get(0).getAsObject().getString("id");
            boolean right = first.equals(name.get("entity"));
            if (!right) {
                System.out.println("not first: " + name.get("name") + ", first is " + first);
            }
            for (String group : List.of("all", name.get("kind"), name.get("form"))) {
                figures.merge(group, Figure.of(right), Figure::plus);
            }
            matches(found).forEach(match -> assertThat(match).isEqualTo(name.get("entity")));
        }
        long certain =
                answers.stream().filter(found -> !matches(found).isEmpty()).count();
        figures.forEach(
                (group, figure) -> System.out.printf("%-12s %3d of %3d%n", group, figure.right(), figure.all()));
        System.out.println("certain      " + certain + " of 200");
        assertThat(figures.get("all").share()).isGreaterThanOrEqualTo(0.95);
        assertThat(certain).isGreaterThan(100);
    }

    /** The type is a help, not a crutch: nothing is certain that is wrong without it either. */
    @Test
    void without_a_type_no_match_is_wrong_either() {
        List<Map<String, String>> names = CsvRows.beside("names.csv").rows();
        List<JsonArray> answers = answers(names, false);
        Figure first = new Figure(0, 0);
        for (int i = 0; i < names.size(); i++) {
            String entity = names.get(i).get("entity");
            assertThat(matches(answers.get(i))).allMatch(entity::equals);
            first = first.plus(Figure.of(
                    answers.get(i).get(0).getAsObject().getString("id").equals(entity)));
        }
        System.out.println("without type " + first.right() + " of " + first.all());
        assertThat(first.share()).isGreaterThan(0.9);
    }

    @Test
    void names_of_others_are_never_certain() {
        List<Map<String, String>> names = CsvRows.beside("names-of-others.csv").rows();
        assertThat(names).hasSizeGreaterThan(40);
        for (boolean typed : List.of(true, false)) {
            List<JsonArray> answers = answers(names, typed);
            for (int i = 0; i < names.size(); i++) {
                assertThat(matches(answers.get(i))).as(names.get(i).get("name")).isEmpty();
            }
        }
    }

    private static List<String> matches(JsonArray found) {
        return found.stream()
                .map(candidate -> candidate.getAsObject())
                .filter(candidate -> candidate.getBoolean("match"))
                .map(candidate -> candidate.getString("id"))
                .toList();
    }

    private static List<JsonArray> answers(List<Map<String, String>> names, boolean typed) {
        List<JsonArray> answers = new ArrayList<>();
        for (int i = 0; i < names.size(); i += BATCH) {
            answers.addAll(batch(names.subList(i, Math.min(names.size(), i + BATCH)), typed));
        }
        return answers;
    }

    private static List<JsonArray> batch(List<Map<String, String>> names, boolean typed) {
        JsonObject queries = new JsonObject();
        for (int i = 0; i < names.size(); i++) {
            JsonObject query = new JsonObject();
            query.put("query", names.get(i).get("name"));
            if (typed) {
                query.put("type", TYPES.get(names.get(i).get("kind")));
            }
            queries.put("q" + i, query);
        }
        JsonObject answer =
                JSON.parse(post("queries=" + URLEncoder.encode(queries.toString(), StandardCharsets.UTF_8)));
        List<JsonArray> answers = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            answers.add(answer.getObj("q" + i).get("result").getAsArray());
        }
        return answers;
    }

    private static String post(String form) {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "reconcile"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
