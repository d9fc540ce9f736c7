package org.zhice.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.zhice.server.query.Result;

/** The files of SPARQL and text that come with the server. */
final class Resources {
    private Resources() {}

    static String text(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Query query(String name) {
        return QueryFactory.create(text(name));
    }

    /** The answer of a SELECT as rows of text, a missing value as empty text. */
    static List<Map<String, String>> rows(Store store, Query query) {
        try (QueryExec exec = exec(store, query)) {
            RowSet answer = exec.select();
            return Iter.toList(Iter.map(answer, row -> row(query, row)));
        }
    }

    /** The answer of a SELECT as it is, for programs. */
    static Result result(Store store, Query query) {
        try (QueryExec exec = exec(store, query)) {
            return Result.of(exec.select());
        }
    }

    /** The answer of a CONSTRUCT, with the prefixes of the query. */
    static Graph graph(Store store, Query query) {
        try (QueryExec exec = exec(store, query)) {
            Graph graph = exec.construct();
            graph.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
            return graph;
        }
    }

    private static QueryExec exec(Store store, Query query) {
        return QueryExec.dataset(store.data())
                .query(query)
                .context(store.context())
                .build();
    }

    private static Map<String, String> row(Query query, Binding binding) {
        Map<String, String> row = new LinkedHashMap<>();
        for (String column : query.getResultVars()) {
            Node node = binding.get(column);
            row.put(column, node == null ? "" : node.isURI() ? node.getURI() : node.getLiteralLexicalForm());
        }
        return row;
    }
}
