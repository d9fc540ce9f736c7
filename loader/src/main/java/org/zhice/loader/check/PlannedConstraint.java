package org.zhice.loader.check;

import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.util.Context;

/** A constraint by a query, which is planned when the first node stands before it and then runs for each. */
final class PlannedConstraint extends DelegatingConstraint {
    private static final Var THIS = Var.alloc("this");
    private static final Set<Var> OF_SHAPES = Set.of(Var.alloc("currentShape"), Var.alloc("shapesGraph"));

    private final SparqlConstraint query;
    private final Graph data;
    private Op plan;
    private ExecutionContext execution;

    PlannedConstraint(SparqlConstraint query, Graph data) {
        super(query);
        this.query = query;
        this.data = data;
    }

    @Override
    public void validateNodeShape(ValidationContext context, Graph graph, Shape shape, Node node) {
        if (plan == null) {
            plan();
        }
        if (asksOfShapes() || hasAnswer(node)) {
            query.validateNodeShape(context, graph, shape, node);
        }
    }

    @Override
    public void validatePropertyShape(
            ValidationContext context, Graph graph, Shape shape, Node node, Path path, Set<Node> values) {
        query.validatePropertyShape(context, graph, shape, node, path, values);
    }

    private void plan() {
        DatasetGraph dataset = DatasetGraphFactory.wrap(data);
        Context context = Context.setupContextForDataset(ARQ.getContext(), dataset);
        plan = Algebra.optimize(Algebra.compile(query.getQuery()), context);
        execution = ExecutionContext.create(dataset, context);
    }

    private boolean asksOfShapes() {
        return OpVars.mentionedVars(plan).stream().anyMatch(OF_SHAPES::contains);
    }

    private boolean hasAnswer(Node node) {
        Binding start = BindingFactory.binding(THIS, node);
        QueryIterator rows =
                QC.execute(Substitute.substitute(plan, start), QueryIterRoot.create(start, execution), execution);
        try {
            return rows.hasNext();
        } finally {
            rows.close();
        }
    }
}
