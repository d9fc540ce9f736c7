package org.zhice.store.guard;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;

/** ARQ's order of rows, which looks at the time: sorting cannot be stopped otherwise. */
final class PatientOrder implements Comparator<Binding> {
    private final BindingComparator order;
    private final QueryMeter meter;

    PatientOrder(List<SortCondition> conditions, ExecutionContext execution, QueryMeter meter) {
        this.order = new BindingComparator(
                conditions.stream()
                        .map(one -> new SortCondition(new QuietKey(one.getExpression()), one.getDirection()))
                        .toList(),
                execution);
        this.meter = meter;
    }

    @Override
    public int compare(Binding one, Binding other) {
        meter.check();
        return order.compare(one, other);
    }
}
