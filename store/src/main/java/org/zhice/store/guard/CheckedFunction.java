package org.zhice.store.guard;

import java.util.List;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.zhice.store.guard.Checks.Check;

/** A function of SPARQL in the place of the plain one. */
final class CheckedFunction extends ExprFunctionN {
    private final ExprFunction plain;
    private final Check check;

    CheckedFunction(ExprFunction plain, ExprList args, Check check) {
        super(plain.getFunctionSymbol().getSymbol(), args);
        this.plain = plain;
        this.check = check;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        return check.value(values, this::plain);
    }

    private NodeValue plain(List<NodeValue> values) {
        if (plain instanceof ExprFunction1 one) {
            return one.eval(values.get(0));
        }
        return plain instanceof ExprFunction2 two
                ? two.eval(values.get(0), values.get(1))
                : ((ExprFunctionN) plain).eval(values);
    }

    @Override
    public Expr copy(ExprList others) {
        return new CheckedFunction(plain, others, check);
    }
}
