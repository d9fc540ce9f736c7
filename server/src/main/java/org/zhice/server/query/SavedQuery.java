package org.zhice.server.query;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
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
 * @param askedBy who asks it, in a few words; may be empty
 * @param status how far the graph can answer it
 * @param reason why it is not answerable, or only partly; empty if it is
 * @param chart how to draw the answer, if it says so
 * @param expect the answer to expect for the default parameters, as the header says it: see {@link Expectation}; empty
 *     if nothing is expected
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
        Label askedBy,
        Status status,
        Label reason,
        Optional<Chart> chart,
        String expect,
        String expected,
        Label restsOn,
        String text,
        String sparql,
        Query query) {
    /** What the addresses of saved queries begin with in the graph. */
    public static final String IRI = "https://w3id.org/zhice/id/query/";

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

    /** Its address in the graph. */
    public String iri() {
        return IRI + id;
    }

    /** What the answer with the default parameters should be, if anything is expected. */
    public Optional<Expectation> expectation() {
        return expect.isEmpty() ? Optional.empty() : Optional.of(Expectation.of(expect, expected));
    }

    /**
     * Answers the query.
     *
     * @param engine what to ask
     * @param values texts for parameters by name: an id, an IRI or a name for an entity, digits for a number
     * @throws BadParameterException if a value is missing or cannot be used
     * @throws org.apache.jena.query.QueryCancelledException if a store in this process takes longer than it may
     * @throws EngineException if a store elsewhere gives no answer
     */
    public Result run(Engine engine, Map<String, String> values) {
        return engine.select(BoundQuery.of(query, terms(engine, values)));
    }

    /** As {@link #run(Engine, Map)}, in a store of this process with the limits that are its own. */
    public Result run(DatasetGraph store, Map<String, String> values) {
        return run(store, values, store.getContext());
    }

    /** As {@link #run(DatasetGraph, Map)}, with the time limit and the functions that a context allows. */
    public Result run(DatasetGraph store, Map<String, String> values, Context context) {
        return Txn.calculateRead(store, () -> run(new LocalEngine(store, context), values));
    }

    /**
     * The SPARQL with the values of its parameters in place, to run elsewhere.
     *
     * @throws BadParameterException if a value is missing or cannot be used
     */
    public String boundText(DatasetGraph store, Map<String, String> values) {
        return BoundQuery.text(query, terms(new LocalEngine(store), values));
    }

    /**
     * The SPARQL with one text in the place of each parameter, for tools that put in the values themselves.
     *
     * @param written how a parameter is written, such as {@code ?_year_integer}
     */
    public String textWith(Function<Parameter, String> written) {
        Map<Var, Node> marks = new HashMap<>();
        parameters.forEach(parameter -> marks.put(parameter.variable(), mark(parameter)));
        String text = BoundQuery.text(query, marks);
        for (Parameter parameter : parameters) {
            text = text.replace("<" + mark(parameter).getURI() + ">", written.apply(parameter));
        }
        return text;
    }

    private static Node mark(Parameter parameter) {
        return NodeFactory.createURI("urn:zhice:parameter:" + parameter.name());
    }

    /** The terms of the defaults by the names of their parameters; a parameter without a default is left out. */
    public Map<String, Node> defaults(Engine engine) {
        Map<String, Node> byName = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> !parameter.defaultValue().isEmpty())
                .forEach(parameter ->
                        parameter.bind(engine, null).ifPresent(term -> byName.put(parameter.name(), term)));
        return byName;
    }

    /** The SPARQL with the defaults in place; a parameter without one stays a variable. */
    public String defaultText(Engine engine) {
        Map<Var, Node> terms = new HashMap<>();
        defaults(engine).forEach((name, term) -> terms.put(Var.alloc(name), term));
        return BoundQuery.text(query, terms);
    }

    private Map<Var, Node> terms(Engine engine, Map<String, String> values) {
        requireKnown(values);
        Map<Var, Node> terms = new HashMap<>();
        for (Parameter parameter : parameters) {
            parameter
                    .bind(engine, values.get(parameter.name()))
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
