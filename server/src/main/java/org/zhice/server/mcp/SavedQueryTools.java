package org.zhice.server.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhice.server.query.BadParameterException;
import org.zhice.server.query.Choice;
import org.zhice.server.query.Parameter;
import org.zhice.server.query.Result;
import org.zhice.server.query.SavedQueries;
import org.zhice.server.query.SavedQuery;

/** The saved queries: what there is, and the answer of one. */
record SavedQueryTools(SavedQueries queries, Graph graph) {
    private static final int ROWS = 100;
    private static final int MOST_ROWS = 1_000;
    private static final int CHOICES = 40;

    List<McpTool> tools() {
        return List.of(
                new McpTool(
                        "list_saved_queries",
                        "Lists the saved questions with their parameters. Prefer one of them to SPARQL of your own: each"
                                + " has an answer that was worked out from the documents and is tested.",
                        Map.of(
                                "text",
                                McpTool.text("only those whose id, title, question or tags contain it, in English or"
                                        + " Chinese; all if left out")),
                        List.of(),
                        inputs -> list(McpTool.text(inputs, "text"))),
                new McpTool(
                        "run_saved_query",
                        "Answers a saved question. Values of parameters may be ids, IRIs or names, such as cnipa, CNIPA"
                                + " or 国家知识产权局.",
                        Map.of(
                                "id", McpTool.text("the id that list_saved_queries gives"),
                                "parameters", McpTool.object("values by name; what is left out takes its default"),
                                "limit", McpTool.number("rows to show, 100 if left out", 1, MOST_ROWS)),
                        List.of("id"),
                        this::run));
    }

    private List<Map<String, Object>> list(String text) {
        return queries.all().stream()
                .filter(query -> words(query).contains(text.toLowerCase(Locale.ROOT)))
                .map(SavedQueryTools::entry)
                .toList();
    }

    private static String words(SavedQuery query) {
        return String.join(
                        " ",
                        query.id(),
                        query.need(),
                        query.title().en(),
                        query.title().zh(),
                        query.question().en(),
                        query.question().zh(),
                        String.join(" ", query.tags()))
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> entry(SavedQuery query) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", query.id());
        entry.put("question", query.question().en());
        entry.put("question_zh", query.question().zh());
        entry.put(
                "parameters",
                query.parameters().stream().map(SavedQueryTools::parameter).toList());
        return entry;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", parameter.name());
        entry.put("type", parameter.type().id());
        entry.put("label", parameter.label().en());
        entry.put("required", parameter.required());
        if (!parameter.defaultValue().isEmpty()) {
            entry.put("default", parameter.defaultValue());
        }
        return entry;
    }

    private Object run(Map<String, Object> inputs) {
        String id = McpTool.text(inputs, "id");
        SavedQuery query = queries.find(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "id: found \"" + id + "\", expected an id that list_saved_queries gives"));
        Map<String, String> values = new LinkedHashMap<>();
        if (inputs.get("parameters") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
        }
        return graph.ask((data, limits) -> {
            try {
                return answer(query, query.run(data, values, limits), McpTool.number(inputs, "limit", ROWS));
            } catch (BadParameterException e) {
                throw new IllegalArgumentException(e.getMessage() + choices(e), e);
            }
        });
    }

    private static Map<String, Object> answer(SavedQuery query, Result result, int limit) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("question", query.question().en());
        answer.putAll(Rows.of(result, limit));
        answer.put("address", "/queries/" + query.id());
        return answer;
    }

    private static String choices(BadParameterException e) {
        List<String> some = e.choices().stream().limit(CHOICES).map(Choice::id).toList();
        if (some.isEmpty()) {
            return "";
        }
        String more = e.choices().size() > CHOICES ? ", and " + (e.choices().size() - CHOICES) + " more" : "";
        return ": " + String.join(", ", some) + more;
    }
}
