package org.zhice.loader.check;

import org.apache.jena.graph.Node;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.ConstraintVisitor;

/** A constraint that leaves it to another one to say what is wrong. */
abstract class DelegatingConstraint implements Constraint {
    final Constraint constraint;

    DelegatingConstraint(Constraint constraint) {
        this.constraint = constraint;
    }

    @Override
    public final Node getComponent() {
        return constraint.getComponent();
    }

    @Override
    public final void visit(ConstraintVisitor visitor) {
        constraint.visit(visitor);
    }
}
