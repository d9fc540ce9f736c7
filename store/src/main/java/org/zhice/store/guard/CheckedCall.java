package org.zhice.store.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.XSD;
import org.zhice.store.Limits;
import org.zhice.store.guard.Checks.Check;

/**
 * A function that a query calls by its IRI, looked after.
 *
 * @param plain as Jena has it
 * @param limits for a query that nobody has begun to measure
 */
public record CheckedCall(org.apache.jena.sparql.function.Function plain, Limits limits)
        implements org.apache.jena.sparql.function.Function {
    private static final String FN = ARQConstants.fnPrefix;

    private static final Map<String, Function<Checks, Check>> CHECKS = Map.ofEntries(
            Map.entry(FN + "concat", checks -> checks::concat),
            Map.entry(FN + "matches", checks -> checks::regex),
            Map.entry(FN + "replace", checks -> checks::replace),
            Map.entry(FN + "upper-case", checks -> checks::upper),
            Map.entry(FN + "lower-case", checks -> checks::lower),
            Map.entry(FN + "contains", checks -> checks::contains),
            Map.entry(FN + "substring-before", checks -> checks::before),
            Map.entry(FN + "substring-after", checks -> checks::after),
            Map.entry(FN + "round", checks -> checks::rounding),
            Map.entry(FN + "round-half-to-even", checks -> checks::rounding),
            Map.entry(ARQConstants.mathPrefix + "pow", checks -> checks::power));

    @Override
    public void build(String uri, ExprList args, Context context) {
        plain.build(uri, args, context);
    }

    @Override
    public NodeValue exec(Binding row, ExprList args, String uri, FunctionEnv env) {
        List<NodeValue> values = new ArrayList<>();
        for (Expr arg : args) {
            values.add(arg.eval(row, env));
        }
        Checks checks = new Checks(QueryMeter.of(env.getContext(), limits));
        return check(uri, checks).value(values, some -> plain.exec(row, constants(some), uri, env));
    }

    private static Check check(String uri, Checks checks) {
        return uri.startsWith(XSD.getURI())
                ? checks::number
                : CHECKS.getOrDefault(uri, all -> all::growing).apply(checks);
    }

    private static ExprList constants(List<NodeValue> values) {
        ExprList constants = new ExprList();
        values.forEach(constants::add);
        return constants;
    }
}
