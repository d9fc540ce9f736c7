package org.zhice.server.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.TestResults;
import org.zhice.query.contract.TestResults.TestResult;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Accepted;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.store.Release;

/** The list of saved queries. */
public record QueryListPage(SavedQueries queries) implements Page {
    private static final List<String> FORMS = List.of("application/json", "text/html");

    @Override
    public Answer get(Client client, Release release) {
        String format = format(client);
        String words = client.parameter("q").orElse("").strip();
        String tag = client.parameter("tag").orElse("").strip();
        List<SavedQuery> found = queries.search(words, tag);
        Map<String, TestResult> results = TestResults.in(release);
        Answer answer = format.equals("json")
                ? Answer.json(json(found, results))
                : Templates.page(client, "question/queries.ftlh", model(words, tag, found, results, client.language()));
        return answer.with("Link", Links.header(List.of()));
    }

    private static String format(Client client) {
        String format = client.parameter("format")
                .orElseGet(() -> Accepted.best(client.accept(), FORMS)
                        .orElseThrow(() -> Problem.of(406, "format", String.join(", ", FORMS)))
                        .replaceFirst(".*/", ""));
        if (!format.equals("json") && !format.equals("html")) {
            throw Problem.of(400, "format", "json, html");
        }
        return format;
    }

    private Map<String, Object> model(
            String words, String chosen, List<SavedQuery> found, Map<String, TestResult> results, Language language) {
        List<Map<String, Object>> tags = new ArrayList<>();
        queries.tags()
                .forEach((tag, name) -> tags.add(Map.of(
                        "name", name.in(language.tag()),
                        "href", Links.parameters(Map.of("tag", tag)),
                        "chosen", tag.equals(chosen))));
        return Map.of(
                "groups",
                groups(queries, found, results, language),
                "words",
                words,
                "tag",
                chosen,
                "tags",
                tags,
                "count",
                Numbers.show(found.size(), language),
                "searched",
                !words.isEmpty() || !chosen.isEmpty());
    }

    /** The queries under what they are for. */
    public static List<Map<String, Object>> groups(SavedQueries queries, Language language) {
        return groups(queries, queries.all(), Map.of(), language);
    }

    private static List<Map<String, Object>> groups(
            SavedQueries queries, List<SavedQuery> some, Map<String, TestResult> results, Language language) {
        return queries.grouped(some).stream()
                .map(group -> Map.of(
                        "name",
                        group.need().in(language.tag()),
                        "queries",
                        group.queries().stream()
                                .map(query -> entry(query, language, results.get(query.id())))
                                .toList()))
                .toList();
    }

    private static Map<String, String> entry(SavedQuery query, Language language, TestResult result) {
        return Map.of(
                "id", query.id(),
                "title", query.about().title().in(language.tag()),
                "question", query.about().question().in(language.tag()),
                "status", query.about().status().id(),
                "outcome", result == null ? "" : result.outcome(),
                "run", TestResultText.of(result, language));
    }

    private static JsonArray json(List<SavedQuery> found, Map<String, TestResult> results) {
        JsonArray array = new JsonArray();
        found.forEach(query -> array.add(QueryJson.of(query, results.get(query.id()))));
        return array;
    }
}
