package org.zhice.loader.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.path.Path;

/** A constraint on a value alone, whatever has it: a term of a code list is looked at once, not with each thing that has it. */
final class ValueConstraint extends DelegatingConstraint {
    private final Shapes shapes;
    private final Map<Node, Boolean> good = new HashMap<>();

    ValueConstraint(Constraint constraint, Shapes shapes) {
        super(constraint);
        this.shapes = shapes;
    }

    @Override
    public void validateNodeShape(ValidationContext context, Graph data, Shape shape, Node node) {
        constraint.validateNodeShape(context, data, shape, node);
    }

    @Override
    public void validatePropertyShape(
            ValidationContext context, Graph data, Shape shape, Node node, Path path, Set<Node> values) {
        for (Node value : values) {
            if (!good.computeIfAbsent(value, first -> isGood(data, shape, node, path, first))) {
                constraint.validatePropertyShape(context, data, shape, node, path, Set.of(value));
            }
        }
    }

    private boolean isGood(Graph data, Shape shape, Node node, Path path, Node value) {
        ValidationContext trial = ValidationContext.create(shapes, data);
        constraint.validatePropertyShape(trial, data, shape, node, path, Set.of(value));
        return !trial.hasViolation();
    }
}
