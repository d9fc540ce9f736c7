package org.zhice.query.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.zhice.query.Parameter;
import org.zhice.query.Status;
import org.zhice.store.Queries;

/**
 * What a query must be so that putting values into it is right.
 *
 * <p>Jena 5.6 replaces a variable everywhere, with two gaps: of several HAVING conditions all but the first go wrong in
 * silence, in sub-queries too, and a variable that the query itself assigns is refused only when it runs. Both are
 * refused here, at load. The first is seen by copying the query, which Jena does in the same way as replacing.
 */
record QueryRules(QueryFile file, Query query, Status status) {

    void check(List<Parameter> parameters) {
        if (!query.isSelectType()) {
            throw file.refusal(queryWord(), "a saved query must be a SELECT");
        }
        if (query.hasDatasetDescription()) {
            throw file.refusal("FROM", "FROM is not supported: the query sees the whole graph");
        }
        if (!query.cloneQuery().toString().equals(query.toString())) {
            throw file.refusal("HAVING", "Jena cannot put values into several HAVING conditions: join them with &&");
        }
        if (calls() != status.equals(Status.NEEDS_NET)) {
            throw file.refusal(
                    calls() ? "SERVICE" : "status",
                    "a query has the status needs-net if it calls by SERVICE, and only then");
        }
        parameters.forEach(this::requireUse);
        requireBindable(parameters);
    }

    private boolean calls() {
        AtomicBoolean found = new AtomicBoolean();
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementService service) {
                found.set(true);
            }

            @Override
            public void visit(ElementSubQuery inner) {
                ElementWalker.walk(inner.getQuery().getQueryPattern(), this);
            }
        });
        return found.get();
    }

    private String queryWord() {
        return query.isAskType() ? "ASK" : query.isDescribeType() ? "DESCRIBE" : "CONSTRUCT";
    }

    private void requireUse(Parameter parameter) {
        if (!Pattern.compile("[?$]" + parameter.name() + "\\b")
                .matcher(file.sparql())
                .find()) {
            throw file.refusal(parameter.name(), "the query does not use the parameter ?" + parameter.name());
        }
    }

    private void requireBindable(List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            bindTrial(parameter, Map.of(parameter.variable(), trial(parameter)));
        }
        Map<Var, Node> all = new HashMap<>();
        parameters.forEach(parameter -> all.put(parameter.variable(), trial(parameter)));
        parameters.stream().findFirst().ifPresent(first -> bindTrial(first, all));
    }

    /** The bound query must be SPARQL again: it is shown in the editor. */
    private void bindTrial(Parameter parameter, Map<Var, Node> values) {
        try {
            QueryFactory.create(Queries.text(Queries.bound(query, values)), Syntax.syntaxSPARQL_11);
        } catch (JenaException e) {
            throw refusal(parameter, e);
        }
    }

    private QueryFileException refusal(Parameter parameter, JenaException e) {
        String reason = "?%s cannot be a parameter, since the query assigns it itself (%s)"
                .formatted(parameter.name(), e.getMessage().replaceAll("\\s+", " "));
        return file.refusal("?" + parameter.name(), reason);
    }

    private static Node trial(Parameter parameter) {
        if (parameter.type().isNumber()) {
            return NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger);
        }
        return parameter.type().isKind()
                ? NodeFactory.createURI("https://example.org/trial")
                : NodeFactory.createLiteralString("text");
    }
}
