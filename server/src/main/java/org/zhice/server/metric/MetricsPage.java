package org.zhice.server.metric;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.sheet.Choice;
import org.zhice.server.sheet.Choice.Option;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.sheet.Sheet;
import org.zhice.server.sheet.Sheets;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.server.web.Words;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** All figures, by their metrics. */
record MetricsPage() implements Page {
    static final Query FIGURES = Queries.read(MetricsPage.class, "figures.rq");
    private static final String KIND = "kind";

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client, KIND);
        Result figures = release.select(FIGURES);
        Map<String, Node> kinds = kinds(figures.rows());
        String kind = Choice.asked(client, KIND, List.copyOf(kinds.keySet()), "");
        List<Binding> rows = figures.rows().stream()
                .filter(row -> kind.isEmpty() || kinds.get(kind).equals(row.get(KIND)))
                .toList();
        Names names = Names.of(release, client.language(), figures);
        Messages words = Messages.in(client.language(), MetricsPage.class);
        Sheet sheet = new FigureTable(names, words)
                .ofMetrics(words.text("metrics.figures", rows.size()), rows)
                .noted(words.text("metrics.note"))
                .asked(FIGURES);
        return Sheets.of(words.text("metrics.title"), words.text("metrics.lead"), ways(words), List.of(sheet))
                .choosing(List.of(Choice.oneOrAll(
                        KIND, words.text("metrics.kind"), words.text("metrics.any"), options(kinds, names), kind)))
                .answer(client);
    }

    private static List<Piece> ways(Messages words) {
        return List.of(
                Piece.of(words.text("places.title")).to(MetricRoom.PLACES),
                Piece.of(words.text("metrics.all")).to("/id/metric/"));
    }

    private static Map<String, Node> kinds(List<Binding> rows) {
        Map<String, Node> kinds = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.contains(KIND))
                .map(row -> row.get(KIND))
                .forEach(kind -> kinds.put(Terms.localName(kind.getURI()).replaceFirst("^metric-kind-", ""), kind));
        return kinds;
    }

    private static List<Option> options(Map<String, Node> kinds, Names names) {
        return kinds.entrySet().stream()
                .map(kind -> new Option(
                        kind.getKey(),
                        Words.capital(names.piece(kind.getValue()).text())))
                .sorted(Comparator.comparing(Option::text))
                .toList();
    }
}
