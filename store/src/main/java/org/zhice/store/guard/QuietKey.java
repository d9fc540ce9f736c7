package org.zhice.store.guard;

import java.util.List;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.VariableNotBoundException;
import org.apache.jena.sparql.function.FunctionEnv;

/** A key to sort by. What has no value sorts first; ARQ would also write a line into the log at each comparison. */
final class QuietKey extends ExprFunctionN {
    private final Expr key;

    QuietKey(Expr key) {
        super("key", key);
        this.key = key;
    }

    @Override
    protected NodeValue evalSpecial(Binding row, FunctionEnv env) {
        try {
            return key.eval(row, env);
        } catch (ExprEvalException e) {
            throw new VariableNotBoundException(e.getMessage());
        }
    }

    @Override
    public NodeValue eval(List<NodeValue> args) {
        return args.get(0);
    }

    @Override
    public Expr copy(ExprList args) {
        return new QuietKey(args.get(0));
    }
}
