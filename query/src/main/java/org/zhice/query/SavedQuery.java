package org.zhice.query;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.Var;
import org.zhice.query.BadParameterException.Reason;
import org.zhice.query.expect.Expected;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/**
 * A question with parameters, in words and in SPARQL.
 *
 * @param id the name in its address: that of its file
 * @param need what the question is for: the name of its folder
 * @param about what it is, for people
 * @param parameters in the order to ask for them
 * @param expected the answer to expect for the defaults
 * @param text the whole file
 * @param sparql the text without the header
 * @param query the parsed query; not to be changed
 */
public record SavedQuery(
        String id,
        String need,
        About about,
        List<Parameter> parameters,
        Expected expected,
        String text,
        String sparql,
        Query query) {
    /** What the addresses of saved queries begin with in the graph. */
    public static final String IRI = Terms.ID + "query/";

    public SavedQuery {
        parameters = List.copyOf(parameters);
    }

    /** Its address in the graph. */
    public String iri() {
        return IRI + id;
    }

    /** Whether it calls endpoints elsewhere, so that its answer depends on more than the release. */
    public boolean needsNet() {
        return about.status() == Status.NEEDS_NET;
    }

    /**
     * Answers the query.
     *
     * @param values texts for parameters by name: an id, an IRI or a name for an entity, digits for a number
     * @throws BadParameterException if a value is missing or cannot be used
     */
    public Result run(Release release, Map<String, String> values) {
        return release.select(Queries.bound(query, terms(release, values)));
    }

    /**
     * The SPARQL with the values of its parameters in place, to run elsewhere.
     *
     * @throws BadParameterException if a value is missing or cannot be used
     */
    public String boundText(Release release, Map<String, String> values) {
        return Queries.text(Queries.bound(query, terms(release, values)));
    }

    /**
     * The SPARQL with one text in the place of each parameter, for tools that put in the values themselves.
     *
     * @param written how a parameter is written, such as {@code ?_year_integer}
     */
    public String textWith(Function<Parameter, String> written) {
        Map<Var, Node> marks = new HashMap<>();
        parameters.forEach(parameter -> marks.put(parameter.variable(), mark(parameter)));
        Query marked = Queries.bound(query, marks);
        keepOrder(marked, marks.keySet());
        String text = Queries.text(marked);
        for (Parameter parameter : parameters) {
            text = text.replace("<" + mark(parameter).getURI() + ">", written.apply(parameter));
        }
        return text;
    }

    /** A column that a parameter fills can be sorted by its own name, which is syntax whatever takes the place of the mark. */
    private void keepOrder(Query marked, Set<Var> parameterVars) {
        if (!query.hasOrderBy()) {
            return;
        }
        for (int i = 0; i < query.getOrderBy().size(); i++) {
            SortCondition sort = query.getOrderBy().get(i);
            Set<Var> filled = new HashSet<>(sort.getExpression().getVarsMentioned());
            filled.retainAll(parameterVars);
            if (!filled.isEmpty() && query.getProjectVars().containsAll(filled)) {
                marked.getOrderBy().set(i, sort);
            }
        }
    }

    private static Node mark(Parameter parameter) {
        return NodeFactory.createURI("urn:zhice:parameter:" + parameter.name());
    }

    /** The terms of the defaults by the names of their parameters; a parameter without a default is left out. */
    public Map<String, Node> defaults(Release release) {
        Map<String, Node> byName = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> !parameter.defaultValue().isEmpty())
                .forEach(parameter ->
                        parameter.bind(release, null).ifPresent(term -> byName.put(parameter.name(), term)));
        return byName;
    }

    /** The SPARQL with the defaults in place; a parameter without one stays a variable. */
    public String defaultText(Release release) {
        Map<Var, Node> terms = new HashMap<>();
        defaults(release).forEach((name, term) -> terms.put(Var.alloc(name), term));
        return Queries.text(Queries.bound(query, terms));
    }

    private Map<Var, Node> terms(Release release, Map<String, String> values) {
        requireKnown(values);
        Map<Var, Node> terms = new HashMap<>();
        for (Parameter parameter : parameters) {
            parameter
                    .bind(release, values.get(parameter.name()))
                    .ifPresent(term -> terms.put(parameter.variable(), term));
        }
        return terms;
    }

    private void requireKnown(Map<String, String> values) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        for (Map.Entry<String, String> given : values.entrySet()) {
            if (!names.contains(given.getKey())) {
                throw new BadParameterException(
                        Reason.UNKNOWN, given.getKey(), given.getValue(), String.join(", ", names), List.of());
            }
        }
    }
}
