package org.zhice.store.remote;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.graph.GraphFactory;
import org.zhice.store.Limits;
import org.zhice.store.Queries;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.Result;

/**
 * An address that answers SPARQL; whatever goes wrong is told in one line with that address.
 *
 * @param patience how long to wait for the last byte of an answer
 */
record Endpoint(URI address, Limits limits, Duration patience) {
    private static final List<Lang> ROWS = List.of(ResultSetLang.RS_JSON, ResultSetLang.RS_XML);
    private static final String ROWS_ACCEPTED = "application/sparql-results+json, application/sparql-results+xml;q=0.5";

    /** The simplest first: what engines write in others does not always follow the rules. */
    private static final List<Lang> GRAPHS = List.of(Lang.NTRIPLES, Lang.TURTLE, Lang.RDFXML);

    private static final String GRAPHS_ACCEPTED = "application/n-triples, text/turtle;q=0.5, application/rdf+xml;q=0.1";

    Result select(Query query) {
        return ask(bounded(query), ROWS_ACCEPTED, (type, body) -> {
            Result answer = Result.of(answer(type, body).rowSet(), limits.rows());
            return new Result(
                    answer.columns(), answer.rows().stream().map(SameTerms::of).toList(), answer.whole());
        });
    }

    /** An engine need not work out what nobody will read; of a sorted answer it must, and Virtuoso sorts no more than it is set to. */
    private Query bounded(Query query) {
        if (query.hasLimit() || query.hasOrderBy() || limits.rows() == Integer.MAX_VALUE) {
            return query;
        }
        Query bounded = query.cloneQuery();
        bounded.setLimit(limits.rows() + 1L);
        return bounded;
    }

    boolean ask(Query query) {
        return ask(query, ROWS_ACCEPTED, (type, body) -> truth(answer(type, body)));
    }

    /** Virtuoso answers with a row that holds a number. */
    private static boolean truth(QueryExecResult answer) {
        return answer.isBoolean()
                ? answer.booleanResult()
                : Iter.anyMatch(
                        answer.rowSet(),
                        row -> row.vars().hasNext()
                                && !row.get(row.vars().next())
                                        .getLiteralLexicalForm()
                                        .equals("0"));
    }

    /** @throws QueryCostException if it has more triples than an answer may have rows */
    Graph construct(Query query) {
        Graph graph = ask(query, GRAPHS_ACCEPTED, (type, body) -> {
            Graph read = GraphFactory.createDefaultGraph();
            RDFParser.source(body).lang(form(type, GRAPHS)).parse(into(read));
            return read;
        });
        graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        return graph;
    }

    private StreamRDFBase into(Graph graph) {
        return new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                graph.add(SameTerms.of(triple));
                if (graph.size() > limits.rows()) {
                    throw new QueryCostException(Cost.ROWS, limits.rows());
                }
            }
        };
    }

    private <T> T ask(Query query, String accept, Exchange.Reader<T> reader) {
        return new Exchange(address, new Patience(patience)).ask(Queries.text(query), accept, reader);
    }

    private static QueryExecResult answer(String type, InputStream body) {
        return RowSetReader.createReader(form(type, ROWS)).readAny(body, ARQ.getContext());
    }

    private static Lang form(String type, List<Lang> known) {
        return Optional.ofNullable(RDFLanguages.contentTypeToLang(type.toLowerCase(Locale.ROOT)))
                .filter(known::contains)
                .orElseThrow(() -> new IllegalArgumentException(type.isEmpty() ? "no content type" : type));
    }
}
