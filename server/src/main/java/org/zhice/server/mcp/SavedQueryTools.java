package org.zhice.server.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhice.query.BadParameterException;
import org.zhice.query.Choice;
import org.zhice.query.Parameter;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.Prefixes;
import org.zhice.store.Releases;

/** The saved queries: what there is, and the answer of one. */
record SavedQueryTools(SavedQueries queries, Releases releases, Limits limits) {
    private static final int ROWS = 100;
    private static final int CHOICES = 40;

    List<McpTool> tools() {
        return List.of(
                new McpTool(
                        "list_saved_queries",
                        "Lists the saved questions with their parameters. Prefer one of them to SPARQL of your own: each"
                                + " has an answer that was worked out from the documents and is tested.",
                        Map.of(
                                "text",
                                McpTool.text("words that all stand in id, title, question or tags, in English or"
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
                                "limit", McpTool.number("rows to show, 100 if left out", 1, limits.toolRows())),
                        List.of("id"),
                        this::run));
    }

    private List<Map<String, Object>> list(String text) {
        return queries.search(text, "").stream().map(SavedQueryTools::entry).toList();
    }

    private static Map<String, Object> entry(SavedQuery query) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", query.id());
        entry.put("question", query.about().question().en());
        entry.put("question_zh", query.about().question().zh());
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
        String id = McpTool.id(inputs, "id");
        SavedQuery query =
                queries.find(id).orElseThrow(() -> ToolException.of("id", id, "an id that list_saved_queries gives"));
        Map<String, String> values = new LinkedHashMap<>();
        if (inputs.get("parameters") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
        }
        int limit = McpTool.number(inputs, "limit", ROWS);
        return releases.read(release -> {
            try {
                Map<String, Object> rows = Rows.of(query.run(release, values), limit, Prefixes.of(release));
                return Rows.withMissing(answer(query, rows), release);
            } catch (BadParameterException e) {
                throw new ToolException(e.getMessage() + choices(e));
            }
        });
    }

    private static Map<String, Object> answer(SavedQuery query, Map<String, Object> rows) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("question", query.about().question().en());
        answer.putAll(rows);
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
