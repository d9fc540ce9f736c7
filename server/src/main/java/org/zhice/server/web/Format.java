package org.zhice.server.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.zhice.server.protocol.Accepted;
import org.zhice.store.Limits;
import org.zhice.store.Result;

/** The forms of an answer: rows, the text of a query, a graph, a page. Here stand their names and media types. */
public enum Format {
    JSON("srj", "application/sparql-results+json application/json"),
    CSV("", "text/csv"),
    TSV("", "text/tab-separated-values"),
    XML("srx sparql", "application/sparql-results+xml application/xml text/xml"),
    /** Rows in the binary form of Apache Thrift, by which Jena's own clients like to get them. */
    THRIFT("", "application/sparql-results+thrift"),
    /** Rows as a table of characters, to be read in a terminal. */
    TEXT("txt", "text/plain"),
    /** The text of the query itself. */
    RQ("", "application/sparql-query"),
    TTL("turtle n3", "text/turtle application/turtle"),
    NT("ntriples n-triples", "application/n-triples"),
    RDF("rdfxml rdf+xml rdf-xml xml", "application/rdf+xml"),
    TRIX("", "application/trix application/trix+xml"),
    JSONLD("json-ld json", "application/ld+json"),
    RJ("json-rdf rdf-json rdf+json", "application/rdf+json"),
    RDFTHRIFT("", "application/rdf+thrift"),
    TRIG("", "application/trig application/x-trig"),
    NQ("nquads n-quads", "application/n-quads text/nquads"),
    XLSX("excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    HTML("htm", "text/html");

    /** The forms of a graph. */
    public static final List<Format> GRAPHS = List.of(TTL, JSONLD, RDF, NT);
    /** The forms of the answer to a saved query; its text has an address of its own. */
    public static final List<Format> ANSWERS = List.of(JSON, CSV, TSV, XML, TTL, JSONLD, XLSX, RQ, HTML);

    private static final List<String> EVERY_TYPE = Stream.of(values())
            .flatMap(format -> format.types().stream())
            .distinct()
            .toList();

    private final String aliases;
    private final String types;

    Format(String aliases, String types) {
        this.aliases = aliases;
        this.types = types;
    }

    /** Its media types, the first of which is the one that answers bear. */
    public List<String> types() {
        return List.of(types.split(" "));
    }

    /** The name for {@code ?format=}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private boolean isCalled(String name) {
        return List.of(aliases.split(" ")).contains(name) || types().contains(name);
    }

    /** Jena's language of this form, for its writers. */
    private Lang lang() {
        return RDFLanguages.contentTypeToLang(types().get(0));
    }

    /** The media type; UTF-8 is said where the type alone leaves it open. */
    public String contentType() {
        String type = types().get(0);
        return switch (this) {
            case CSV, TSV, TEXT, RQ, TTL, NT, HTML -> type + "; charset=utf-8";
            default -> type;
        };
    }

    /** The most rows of an answer in this form: pages and graphs are held in memory with many objects for each row. */
    public int rowLimit(Limits limits) {
        return switch (this) {
            case HTML -> limits.pageRows();
            case JSON, CSV, TSV, XML, THRIFT, TEXT, XLSX, RQ -> limits.rows();
            default -> limits.graphRows();
        };
    }

    /** Rows in this form; as {@link #rows}. */
    public Answer ofRows(Result rows) {
        RowSet ready = rows(rows);
        ResultsWriter writer = ResultsWriter.create().lang(lang()).build();
        return Answer.of(contentType(), out -> writer.write(out, ready));
    }

    /**
     * Rows for Jena's writer of this form.
     *
     * @throws Problem 406 for a text that XML cannot hold
     */
    public RowSet rows(Result rows) {
        if (this == XML) {
            XmlCheck.require(rows);
        }
        return this == CSV ? CsvRows.of(rows.rowSet()) : rows.rowSet();
    }

    /**
     * Looks whether this form can hold a graph.
     *
     * @throws org.zhice.server.protocol.ProtocolException 406 for a text that XML cannot hold
     */
    public void require(Graph graph) {
        if (this == RDF || this == TRIX) {
            XmlCheck.require(graph);
        }
    }

    /** A graph in this form; as {@link #require}. */
    public Answer ofGraph(Graph graph) {
        require(graph);
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
        return client.only("format")
                .map(name -> named(offered, name))
                .orElseGet(() -> accepted(offered, client.accept()));
    }

    /**
     * The form of a name, one of its other names or its media type. Some names mean rows where rows are offered and a graph
     * where only graphs are.
     *
     * @throws Problem 400 if it is not offered
     */
    public static Format named(List<Format> offered, String name) {
        // A plus sign in an address is a space.
        String plain = name.toLowerCase(Locale.ROOT).replace(' ', '+');
        return offered.stream()
                .filter(format -> format.id().equals(plain))
                .findFirst()
                .or(() -> offered.stream()
                        .filter(format -> format.isCalled(plain))
                        .findFirst())
                .orElseThrow(() -> Problem.of(400, "format", ids(offered)));
    }

    private static Format accepted(List<Format> offered, String accept) {
        String best = acceptedType(offered, accept);
        return offered.stream()
                .filter(format -> format.types().contains(best))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The media type that a client likes best; a second name of a form only if the client knows it by that.
     *
     * @param accept the header {@code Accept}, null if there is none
     * @throws Problem 406 if nothing that is accepted can be given
     */
    public static String acceptedType(List<Format> offered, String accept) {
        String named = accept == null ? "" : accept.toLowerCase(Locale.ROOT);
        List<String> types = offered.stream()
                .flatMap(format -> format.types().stream()
                        .filter(type -> type.equals(format.types().get(0)) || named.contains(type)))
                .toList();
        return Accepted.best(accept, types).orElseThrow(() -> Problem.of(406, "format", String.join(", ", types)));
    }

    /**
     * What a header says of all these forms: if that is equal of two headers, so is each choice that is made by them.
     *
     * @param accept null if there is none
     */
    public static String wishes(String accept) {
        return accept == null ? "" : (accept.contains(HTML.types) ? "page " : "") + Accepted.wishes(accept, EVERY_TYPE);
    }

    private static String ids(List<Format> formats) {
        return formats.stream().map(Format::id).collect(Collectors.joining(", "));
    }
}
