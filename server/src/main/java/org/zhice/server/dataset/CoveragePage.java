package org.zhice.server.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Label;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/** What was read of each document and what was left out: tables for people, the graph or its rows for programs. */
record CoveragePage() implements Page {
    private static final Query ROWS = Queries.read(CoveragePage.class, "coverage.rq");
    private static final Query GRAPH = Queries.read(CoveragePage.class, "coverage-graph.rq");
    private static final String EXAMPLE = Queries.text(CoveragePage.class, "coverage-example.rq");
    private static final List<Format> FORMATS =
            List.of(Format.TTL, Format.JSONLD, Format.RDF, Format.NT, Format.JSON, Format.CSV, Format.HTML);

    @Override
    public boolean speaks(Client client) {
        return Format.wanted(FORMATS, client) == Format.HTML;
    }

    @Override
    public Answer get(Client client, Release release) {
        Format format = Format.wanted(FORMATS, client);
        return switch (format) {
            case HTML -> page(Texts.of(release.select(ROWS)), client);
            case JSON, CSV -> format.ofRows(release.select(ROWS));
            default -> format.ofGraph(release.construct(GRAPH));
        };
    }

    private static Answer page(List<Map<String, String>> rows, Client client) {
        Language language = client.language();
        Map<String, List<Map<String, String>>> byDocument = rows.stream()
                .collect(Collectors.groupingBy(row -> row.get("document"), LinkedHashMap::new, Collectors.toList()));
        Map<String, Object> model = Map.of(
                "documents",
                        byDocument.values().stream()
                                .map(ledger -> document(ledger, language))
                                .toList(),
                "units", units(rows, language),
                "example", EXAMPLE,
                "exampleLink", Links.editor(EXAMPLE));
        return Templates.page(client, "dataset/coverage.ftlh", model);
    }

    private static Map<String, Object> document(List<Map<String, String>> ledger, Language language) {
        Map<String, String> first = ledger.get(0);
        return Map.of(
                "id", Terms.localName(first.get("document")),
                "title", text(first, "document", language),
                "counts", ledger.stream().map(row -> count(row, language)).toList());
    }

    private static Map<String, String> count(Map<String, String> row, Language language) {
        return Map.of(
                "unit", Terms.localName(row.get("unit")),
                "label", text(row, "unit", language),
                "total", Numbers.show(row.get("total"), language),
                "covered", Numbers.show(row.get("covered"), language),
                "leftOut", Numbers.show(row.get("left_out"), language),
                "share", row.get("share"),
                "percent", Numbers.percent(row.get("share"), language),
                "reason", text(row, "reason", language));
    }

    /** The kinds of things that are counted, each once, by name. */
    private static List<Map<String, String>> units(List<Map<String, String>> rows, Language language) {
        Map<String, Map<String, String>> units = new TreeMap<>();
        rows.forEach(row -> units.put(
                row.get("unit"),
                Map.of(
                        "id", Terms.localName(row.get("unit")),
                        "label", text(row, "unit", language),
                        "definition", text(row, "definition", language))));
        return List.copyOf(units.values());
    }

    private static String text(Map<String, String> row, String column, Language language) {
        return new Label(row.get(column + "_en"), row.get(column + "_zh")).in(language.tag());
    }
}
