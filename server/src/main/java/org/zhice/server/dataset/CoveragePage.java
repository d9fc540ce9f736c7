package org.zhice.server.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.server.web.Words;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** What was read of each document and what was left out: tables for people, the graph or its rows for programs. */
record CoveragePage() implements Page {
    private static final Query ROWS = Queries.read(CoveragePage.class, "coverage.rq");
    private static final Query GRAPH = Queries.read(CoveragePage.class, "coverage-graph.rq");
    private static final String EXAMPLE = Queries.text(CoveragePage.class, "coverage-example.rq");
    private static final List<Format> FORMATS =
            List.of(Format.TTL, Format.JSONLD, Format.RDF, Format.NT, Format.JSON, Format.CSV, Format.HTML);

    /**
     * What the page shows.
     *
     * @param example how a query looks this up for itself
     * @param exampleLink the address of the editor with the example in it
     */
    record Model(List<Document> documents, List<Unit> units, String example, String exampleLink) {}

    /** A document with its part of the ledger. */
    record Document(String id, String title, String href, List<Count> counts) {
        static Document of(List<Binding> ledger, Language language) {
            Binding first = ledger.get(0);
            return new Document(
                    Terms.localName(Result.text(first, "document")),
                    Result.label(first, "document").in(language.tag()),
                    Links.local(Result.text(first, "document")),
                    ledger.stream().map(row -> Count.of(row, language)).toList());
        }
    }

    /** A kind of thing that is counted. */
    record Unit(String id, String label, String definition) {
        static Unit of(Binding row, Language language) {
            return new Unit(
                    Terms.localName(Result.text(row, "unit")),
                    Words.capital(Result.label(row, "unit").in(language.tag())),
                    Result.label(row, "definition").in(language.tag()));
        }
    }

    /**
     * A line of the ledger.
     *
     * @param share for programs; empty if there is nothing to share
     * @param percent the same for people
     */
    record Count(Unit unit, String total, String covered, String leftOut, String share, String percent, String reason) {
        static Count of(Binding row, Language language) {
            return new Count(
                    Unit.of(row, language),
                    Numbers.show(Result.text(row, "total"), language),
                    Numbers.show(Result.text(row, "covered"), language),
                    Numbers.show(Result.text(row, "left_out"), language),
                    Numbers.show(Result.text(row, "share"), language),
                    Numbers.percent(Result.text(row, "share"), language),
                    Words.capital(Result.label(row, "reason").in(language.tag())));
        }
    }

    @Override
    public boolean speaks(Client client) {
        return Format.wanted(FORMATS, client) == Format.HTML;
    }

    @Override
    public Answer get(Client client, Release release) {
        Format format = Format.wanted(FORMATS, client);
        return switch (format) {
            case HTML -> page(release.select(ROWS).rows(), client);
            case JSON, CSV -> format.ofRows(release.select(ROWS));
            default -> format.ofGraph(release.construct(GRAPH));
        };
    }

    private static Answer page(List<Binding> rows, Client client) {
        Language language = client.language();
        Map<String, List<Binding>> byDocument = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Result.text(row, "document"), LinkedHashMap::new, Collectors.toList()));
        List<Document> documents = byDocument.values().stream()
                .map(ledger -> Document.of(ledger, language))
                .toList();
        return Templates.page(
                client, "coverage", new Model(documents, units(documents), EXAMPLE, Links.editor(EXAMPLE)));
    }

    /** The kinds of things that are counted, each once, by name. */
    private static List<Unit> units(List<Document> documents) {
        Map<String, Unit> units = new TreeMap<>();
        documents.stream()
                .flatMap(document -> document.counts().stream())
                .forEach(count -> units.put(count.unit().id(), count.unit()));
        return List.copyOf(units.values());
    }
}
