package org.zhice.store.guard;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.core.VarExprList;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprLib;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.Accumulator;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.expr.aggregate.AggregatorBase;
import org.apache.jena.sparql.function.FunctionEnv;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;

/** The aggregates of a step, counting what each group holds: its key, a text that grows, values of which none may come twice. */
record CountedGroups(VarExprList keys, QueryMeter meter, Holding holding) {
    private static final int GROUP = 200;
    private static final Var VALUE = Var.alloc(".value");

    static List<ExprAggregator> of(OpGroup group, QueryMeter meter, Holding holding) {
        CountedGroups counted = new CountedGroups(group.getGroupVars(), meter, holding);
        return group.getAggregators().stream()
                .map(one -> new ExprAggregator(one.getVar(), counted.new Counted(one.getAggregator())))
                .toList();
    }

    private void begin(Binding row, FunctionEnv env) {
        holding.add(GROUP);
        for (Var key : keys.getVars()) {
            Node value = keys.get(key, row, env);
            holding.add(value == null ? 0 : meter.weigher().term(value));
        }
    }

    /** Only made when a query is run, so that nothing is asked of it but to begin a group. */
    private final class Counted extends AggregatorBase {
        private final Aggregator plain;

        Counted(Aggregator plain) {
            super(plain.getName(), false, plain.getExprList());
            this.plain = plain;
        }

        @Override
        public Accumulator createAccumulator() {
            if (plain instanceof AggCountVar && exprList.get(0) instanceof ExprVar counted) {
                return new Group(new Bound(counted.asVar()), this);
            }
            return exprList == null || exprList.size() != 1
                    ? new Group(plain.createAccumulator(), this)
                    : new Values(plain.copy(new ExprList(new ExprVar(VALUE))).createAccumulator(), this);
        }

        @Override
        public Node getValueEmpty() {
            return plain.getValueEmpty();
        }

        @Override
        public Aggregator copy(ExprList expressions) {
            return new Counted(plain.copy(expressions));
        }

        @Override
        public int hashCode() {
            return plain.hashCode();
        }

        @Override
        public boolean equals(Aggregator other, boolean bySyntax) {
            return other instanceof Counted counted && plain.equals(counted.plain, bySyntax);
        }

        private boolean isDistinct() {
            return plain instanceof AggCountDistinct;
        }
    }

    /** Counts the rows in which a variable has a value, without reading the term from the disk as ARQ does to count it. */
    private static final class Bound implements Accumulator {
        private final Var counted;
        private long rows;

        Bound(Var counted) {
            this.counted = counted;
        }

        @Override
        public void accumulate(Binding row, FunctionEnv env) {
            if (row.contains(counted)) {
                rows++;
            }
        }

        @Override
        public NodeValue getValue() {
            return NodeValue.makeInteger(rows);
        }
    }

    private class Group implements Accumulator {
        private final Accumulator plain;
        private final Counted aggregate;
        private boolean begun;

        Group(Accumulator plain, Counted aggregate) {
            this.plain = plain;
            this.aggregate = aggregate;
        }

        @Override
        public void accumulate(Binding row, FunctionEnv env) {
            if (!begun) {
                begun = true;
                begin(row, env);
            }
            plain.accumulate(look(row, env), env);
        }

        /** Of rows none may come twice if they are all counted once. */
        Binding look(Binding row, FunctionEnv env) {
            if (aggregate.isDistinct()) {
                holding.add(meter.weigher().distinct(row));
            }
            return row;
        }

        @Override
        public NodeValue getValue() {
            NodeValue value = plain.getValue();
            if (value != null) {
                Durations.require(value, meter.limits());
            }
            return value;
        }
    }

    /** Works the value out once, looks at it, and hands it on; of what has no value the plain one makes an error. */
    private final class Values extends Group {
        private final Expr expression;
        private final Aggregator plain;
        private long joined;

        Values(Accumulator accumulator, Counted aggregate) {
            super(accumulator, aggregate);
            this.expression = aggregate.getExprList().get(0);
            this.plain = aggregate.plain;
        }

        @Override
        Binding look(Binding row, FunctionEnv env) {
            NodeValue value = ExprLib.evalOrNull(expression, row, env);
            if (value == null) {
                return BindingFactory.empty();
            }
            count(value.asNode());
            return BindingFactory.binding(VALUE, value.asNode());
        }

        private void count(Node value) {
            if (plain instanceof AggGroupConcat concat) {
                join(value, concat.getSeparator());
            } else if (plain.getClass().getSimpleName().endsWith("Distinct")) {
                long bytes = meter.weigher().distinct(value);
                holding.add(bytes);
                if (bytes > 0 && plain instanceof AggGroupConcatDistinct concat) {
                    join(value, concat.getSeparator());
                }
            }
        }

        private void join(Node value, String separator) {
            int length = (value.isLiteral() ? value.getLiteralLexicalForm() : value.toString()).length()
                    + (separator == null ? 1 : separator.length());
            joined += length;
            if (joined > meter.limits().valueBytes()) {
                throw new QueryCostException(Cost.VALUE, meter.limits().valueBytes());
            }
            holding.add(2L * length);
        }
    }
}
