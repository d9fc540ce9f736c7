package org.zhice.loader.check;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.ConstraintComponentSPARQL;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;

/**
 * Shapes that say the same of a graph in less time. Jena plans the query of a constraint anew for each node before it, which
 * takes longer than all the rest of SHACL together; here it is planned once, and Jena is asked about those nodes alone of
 * which it has something to say.
 */
final class PlannedShape {
    private static final Pattern MORE_THAN_VALUE = Pattern.compile("[$?](this|PATH|currentShape|shapesGraph)\\b");

    private final Shapes shapes;
    private final Graph data;
    private final boolean valuesStandAlone;

    PlannedShape(Shapes shapes, Graph data) {
        this.shapes = shapes;
        this.data = data;
        this.valuesStandAlone = shapes.getGraph().stream(Node.ANY, SHACL.ask, Node.ANY)
                .noneMatch(ask -> MORE_THAN_VALUE
                        .matcher(ask.getObject().getLiteralLexicalForm())
                        .find());
    }

    /** The same shape with its constraints planned. */
    NodeShape of(Shape shape) {
        return new NodeShape(
                shape.getShapeGraph(),
                shape.getShapeNode(),
                shape.deactivated(),
                shape.getSeverity(),
                shape.getMessages(),
                shape.getTargets(),
                planned(shape.getConstraints()),
                properties(shape));
    }

    private List<PropertyShape> properties(Shape shape) {
        return each(shape.getPropertyShapes(), this::ofProperty);
    }

    private PropertyShape ofProperty(PropertyShape shape) {
        return new PropertyShape(
                shape.getShapeGraph(),
                shape.getShapeNode(),
                shape.deactivated(),
                shape.getSeverity(),
                shape.getMessages(),
                shape.getTargets(),
                shape.getPath(),
                planned(shape.getConstraints()),
                properties(shape));
    }

    private List<Constraint> planned(Collection<Constraint> constraints) {
        return each(constraints, this::planned);
    }

    private Constraint planned(Constraint constraint) {
        if (constraint instanceof SparqlConstraint query) {
            return new PlannedConstraint(query, data);
        }
        return constraint instanceof ConstraintComponentSPARQL && valuesStandAlone
                ? new ValueConstraint(constraint, shapes)
                : constraint;
    }

    private static <T> List<T> each(Collection<T> parts, UnaryOperator<T> change) {
        return parts.stream().map(change).toList();
    }
}
