package org.zhice.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.rio.helpers.NTriplesUtil;
import org.zhice.store.Releases;

/**
 * Something that answers queries.
 *
 * @param asked takes a query, and each row by the names of its columns
 */
record Engine(String name, BiConsumer<String, Consumer<Map<String, Object>>> asked) {
    /** The rows as texts. */
    List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        asked.accept(query, row -> {
            Map<String, String> cells = new TreeMap<>();
            row.forEach((column, term) -> cells.put(column, text(term)));
            rows.add(cells.toString());
        });
        return rows;
    }

    /** Asks and looks at each term. */
    void run(String query) {
        int[] looked = new int[1];
        asked.accept(query, row -> row.values().forEach(term -> looked[0] += term.hashCode()));
    }

    private static String text(Object term) {
        return term instanceof Node node ? NodeFmtLib.strNT(node) : NTriplesUtil.toNTriplesString((Value) term, false);
    }

    /** What the pages of a server ask, with all limits. */
    static Engine of(String name, Releases releases) {
        return new Engine(
                name,
                (query, sink) -> releases.read(release -> {
                    take(release.select(QueryFactory.create(query)).rowSet(), sink);
                    return null;
                }));
    }

    /** Data of Jena, without limits. */
    static Engine of(String name, DatasetGraph data) {
        return new Engine(
                name,
                (query, sink) -> Txn.executeRead(data, () -> {
                    try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
                        take(exec.select(), sink);
                    }
                }));
    }

    static Engine of(String name, Repository repository) {
        return new Engine(name, (query, sink) -> {
            try (RepositoryConnection connection = repository.getConnection();
                    TupleQueryResult found = connection.prepareTupleQuery(query).evaluate()) {
                for (BindingSet row : found) {
                    Map<String, Object> cells = new HashMap<>();
                    row.forEach(cell -> cells.put(cell.getName(), cell.getValue()));
                    sink.accept(cells);
                }
            }
        });
    }

    /** An endpoint, asked to answer anew. */
    static Engine of(String name, URI endpoint) {
        HttpClient http = HttpClient.newHttpClient();
        return new Engine(name, (query, sink) -> {
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "application/sparql-results+json")
                    .header("Cache-Control", "no-cache")
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                    .build();
            try (InputStream answer = body(http, request)) {
                take(RowSet.adapt(ResultSetMgr.read(answer, ResultSetLang.RS_JSON)), sink);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static InputStream body(HttpClient http, HttpRequest request) throws IOException {
        try {
            HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " "
                        + new String(answer.body().readAllBytes(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void take(RowSet found, Consumer<Map<String, Object>> sink) {
        while (found.hasNext()) {
            Map<String, Object> cells = new HashMap<>();
            found.next().forEach((column, term) -> cells.put(column.getName(), term));
            sink.accept(cells);
        }
    }
}
