package org.zhice.store.federation;

import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;

/** Looks for SERVICE in a part of a query. */
final class Services extends OpVisitorBase {
    private boolean found;

    private Services() {}

    static boolean in(Op op) {
        Services services = new Services();
        Walker.walk(op, services);
        return services.found;
    }

    @Override
    public void visit(OpService service) {
        found = true;
    }
}
