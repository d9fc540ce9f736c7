package org.zhice.server.query;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.Txn;
import org.zhice.server.query.BadParameterException.Reason;

/**
 * A question with its SPARQL, kept in a file.
 *
 * <p>The values of parameters become RDF terms in the parsed query, never text of it: no value can change what the query
 * asks.
 *
 * @param id the file name without {@code .rq}
 * @param need the name of its folder, such as {@code law-making}: what the question is for
 * @param title a short name
 * @param question what it asks, in a sentence
 * @param parameters what the user may give
 * @param columns names of result columns for people; a column may be missing here
 * @param tags words to find it by
 * @param expect the answer to expect for the default parameters: a number of rows, {@code low..high}, or the name of a
 *     CSV file beside it; empty if nothing is expected
 * @param expected the content of that CSV file; empty if there is none
 * @param restsOn what the expectation rests on: a sentence, a count; may be empty
 * @param text the whole file
 * @param sparql the text without the header
 * @param query the parsed query; not to be changed
 */
public record SavedQuery(
        String id,
        String need,
        Label title,
        Label question,
        List<Parameter> parameters,
        Map<String, Label> columns,
        List<String> tags,
        String expect,
        String expected,
        Label restsOn,
        String text,
        String sparql,
        Query query) {
    /** The most rows that an answer holds. */
    public static final int ROW_LIMIT = 100_000;

    public SavedQuery {
        parameters = List.copyOf(parameters);
        columns = Map.copyOf(columns);
        tags = List.copyOf(tags);
    }

    /**
     * Reads a query file.
     *
     * @throws QueryFileException if the header or the SPARQL cannot be used
     */
    public static SavedQuery read(Path file) {
        return QueryReader.read(QueryFile.read(file));
    }

    /**
     * Answers the query.
     *
     * @param store what to ask
     * @param values texts for parameters by name: an id, an IRI or a name for an entity, digits for a number
     * @throws BadParameterException if a value is missing or cannot be used
     * @throws org.apache.jena.query.QueryCancelledException if it takes longer than the store's context allows
     */
    public Result run(DatasetGraph store, Map<String, String> values) {
        return run(store, values, store.getContext());
    }

    /** As {@link #run(DatasetGraph, Map)}, with the time limit and the functions that a context allows. */
    public Result run(DatasetGraph store, Map<String, String> values, Context context) {
        return Txn.calculateRead(store, () -> {
            Query bound = BoundQuery.of(query, terms(store, values));
            try (QueryExec exec =
                    QueryExec.dataset(store).query(bound).context(context).build()) {
                return Result.of(exec.select());
            }
        });
    }

    /**
     * The SPARQL with the values of its parameters in place, to run elsewhere.
     *
     * @throws BadParameterException if a value is missing or cannot be used
     */
    public String boundText(DatasetGraph store, Map<String, String> values) {
        return BoundQuery.text(query, terms(store, values));
    }

    private Map<Var, Node> terms(DatasetGraph store, Map<String, String> values) {
        requireKnown(values);
        Map<Var, Node> terms = new HashMap<>();
        for (Parameter parameter : parameters) {
            parameter
                    .bind(store, values.get(parameter.name()))
                    .ifPresent(term -> terms.put(parameter.variable(), term));
        }
        return terms;
    }

    private void requireKnown(Map<String, String> values) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        for (Map.Entry<String, String> given : values.entrySet()) {
            if (!names.contains(given.getKey())) {
                String expected = names.isEmpty() ? "no parameter" : "one of " + names;
                throw new BadParameterException(Reason.UNKNOWN, given.getKey(), given.getValue(), expected, List.of());
            }
        }
    }
}
