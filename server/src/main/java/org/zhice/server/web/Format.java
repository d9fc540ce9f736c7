package org.zhice.server.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.zhice.store.Limits;
import org.zhice.store.Result;

/** The forms of an answer: rows, the text of a query, a graph, a page. */
public enum Format {
    JSON("application/sparql-results+json application/json"),
    CSV("text/csv"),
    TSV("text/tab-separated-values"),
    XML("application/sparql-results+xml application/xml text/xml"),
    /** The text of the query itself. */
    RQ("application/sparql-query"),
    TTL("text/turtle"),
    JSONLD("application/ld+json"),
    RDF("application/rdf+xml"),
    NT("application/n-triples"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    HTML("text/html");

    /** The forms of a graph. */
    public static final List<Format> GRAPHS = List.of(TTL, JSONLD, RDF, NT);
    /** The forms of the answer to a saved query; its text has an address of its own. */
    public static final List<Format> ANSWERS = List.of(JSON, CSV, TSV, XML, TTL, JSONLD, XLSX, RQ, HTML);

    private final String types;

    Format(String types) {
        this.types = types;
    }

    private List<String> types() {
        return List.of(types.split(" "));
    }

    /** The name for {@code ?format=}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Jena's language of this form, for its writers. */
    private Lang lang() {
        return RDFLanguages.contentTypeToLang(types().get(0));
    }

    /** The media type; UTF-8 is said where the type alone leaves it open. */
    public String contentType() {
        String type = types().get(0);
        return switch (this) {
            case JSON, XML, JSONLD, RDF, XLSX -> type;
            case CSV, TSV, RQ, TTL, NT, HTML -> type + "; charset=utf-8";
        };
    }

    /** The most rows of an answer in this form: pages and graphs are held in memory with many objects for each row. */
    public int rowLimit(Limits limits) {
        return switch (this) {
            case HTML -> limits.pageRows();
            case TTL, RDF, NT, JSONLD -> limits.graphRows();
            case JSON, CSV, TSV, XML, XLSX, RQ -> limits.rows();
        };
    }

    /** Rows in this form. */
    public Answer ofRows(Result rows) {
        ResultsWriter writer = ResultsWriter.create().lang(lang()).build();
        return Answer.of(contentType(), out -> writer.write(out, rows.rowSet()));
    }

    /** A graph in this form. */
    public Answer ofGraph(Graph graph) {
        return Answer.of(
                contentType(), out -> RDFWriter.source(graph).lang(lang()).output(out));
    }

    /**
     * The form asked for by {@code ?format=}, or else by the {@code Accept} header.
     *
     * @param offered what can be given; the first is for whoever names none
     * @throws Problem 400 for a name that is not offered, 406 if nothing that is accepted can be given
     */
    public static Format wanted(List<Format> offered, Client client) {
        return client.parameter("format")
                .map(name -> named(offered, name))
                .orElseGet(() -> accepted(offered, client.accept()));
    }

    private static Format named(List<Format> offered, String name) {
        return offered.stream()
                .filter(format -> format.id().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(400, "format", ids(offered)));
    }

    private static Format accepted(List<Format> offered, String accept) {
        List<String> types =
                offered.stream().flatMap(format -> format.types().stream()).toList();
        Optional<String> best = Accepted.best(accept, types);
        return offered.stream()
                .filter(format -> best.filter(format.types()::contains).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.of(406, "format", String.join(", ", types)));
    }

    private static String ids(List<Format> formats) {
        return formats.stream().map(Format::id).collect(Collectors.joining(", "));
    }
}
