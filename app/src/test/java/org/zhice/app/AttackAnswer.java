package org.zhice.app;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** What an attack got, in the words that its file uses: the status with the answer, or with the kind of the problem. */
final class AttackAnswer {
    private static final int LONG = 150;
    private static final int CELL = 60;

    private AttackAnswer() {}

    static String of(HttpResponse<String> response) {
        String body = response.body();
        if (response.statusCode() != 200) {
            return response.statusCode() + " "
                    + JSON.parse(body).getString("type").replaceFirst(".*/", "");
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        return "200 "
                + (type.contains("json")
                        ? json(JSON.parse(body))
                        : type.contains("turtle") ? graph(body) : type.contains("plain") ? table(body) : lines(body));
    }

    /** Rows of a table of characters: its lines between bars, the first of which names the columns. */
    private static String table(String body) {
        return body.lines().filter(line -> line.startsWith("| ")).count() - 1 + " rows";
    }

    /** Rows of CSV, the first of which names the columns; a line end within a cell is another one. */
    private static String lines(String body) {
        return body.split("\r\n", -1).length - 2 + " rows";
    }

    private static String graph(String body) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(body, Lang.TURTLE).parse(graph);
        return graph.size() + " triples";
    }

    private static String json(JsonObject answer) {
        if (answer.hasKey("boolean")) {
            return "" + answer.getBoolean("boolean");
        }
        List<JsonObject> rows = answer.getObj("results")
                .getArray("bindings")
                .map(JsonValue::getAsObject)
                .toList();
        String whole = rows.stream()
                .map(row -> answer.getObj("head")
                        .getArray("vars")
                        .map(column -> cell(row, column.getAsString().value()))
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return whole.isEmpty() || whole.length() > LONG ? rows.size() + " rows" : whole;
    }

    private static String cell(JsonObject row, String column) {
        if (!row.hasKey(column)) {
            return "-";
        }
        String text = row.getObj(column).getString("value");
        return text.length() > CELL ? text.length() + " characters" : text;
    }
}
