package org.zhice.store.federation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;

/**
 * What stands within SERVICE, to be sent with the rows at hand as VALUES.
 *
 * @param columns what comes back: as the whole query calls it and, where ARQ has renamed it, as it was written
 * @param always the columns, as written, that have a value in every row that comes back
 * @param pattern as written
 */
record RemotePattern(Map<Var, Var> columns, Collection<Var> always, Element pattern) {
    private static final Set<Class<? extends Element>> FLAT =
            Set.of(ElementTriplesBlock.class, ElementPathBlock.class, ElementOptional.class, ElementFilter.class);

    static RemotePattern of(Op op) {
        Op written = Rename.reverseVarRename(op, true);
        Map<Var, Var> columns = new TreeMap<>(Comparator.comparing(Var::getName));
        OpVars.visibleVars(op).stream()
                .filter(column -> Var.isNamedVar(Var.alloc(Rename.reverseVarRename(column))))
                .forEach(column -> columns.put(column, Var.alloc(Rename.reverseVarRename(column))));
        return new RemotePattern(columns, OpVars.fixedVars(written), OpAsQuery.asElement(written));
    }

    /** The columns that have a value already. */
    List<Var> known(Binding row) {
        return columns.keySet().stream().filter(row::contains).toList();
    }

    /** What to send to learn of rows that all know these columns. */
    String query(List<Var> known, List<Binding> rows) {
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        query.setQueryPattern(known.isEmpty() ? group(pattern) : joined(values(rows, known)));
        columns.values().forEach(query::addResultVar);
        query.setQueryResultStar(columns.isEmpty());
        return query.serialize();
    }

    /** Rows that came back, in the columns of the whole query. */
    List<Binding> local(List<Binding> found) {
        return found.stream().map(this::local).toList();
    }

    private Binding local(Binding row) {
        BindingBuilder builder = BindingFactory.builder();
        columns.forEach((column, written) -> {
            if (row.contains(written)) {
                builder.add(column, row.get(written));
            }
        });
        return builder.build();
    }

    /**
     * A remote store may work out a group within a group by itself before it looks at the VALUES; so they stand in one group
     * where that means the same.
     */
    private ElementGroup joined(ElementData values) {
        ElementGroup joined = group(values);
        if (pattern instanceof ElementGroup parts
                && always.containsAll(values.getVars())
                && parts.getElements().stream().allMatch(part -> FLAT.contains(part.getClass()))) {
            parts.getElements().forEach(joined::addElement);
        } else {
            joined.addElement(pattern);
        }
        return joined;
    }

    private static ElementGroup group(Element element) {
        ElementGroup group = new ElementGroup();
        group.addElement(element);
        return group;
    }

    private ElementData values(List<Binding> rows, List<Var> known) {
        ElementData values = new ElementData();
        known.forEach(column -> values.add(columns.get(column)));
        rows.stream()
                .filter(row -> known.stream().allMatch(column -> isSayable(row.get(column))))
                .map(row -> written(row, known))
                .distinct()
                .forEach(values::add);
        return values;
    }

    /** A blank node of ours is no node of theirs, and SPARQL has no word for it. */
    private static boolean isSayable(Node value) {
        return value.isURI() || value.isLiteral();
    }

    private Binding written(Binding row, List<Var> known) {
        BindingBuilder builder = BindingFactory.builder();
        known.forEach(column -> builder.add(columns.get(column), row.get(column)));
        return builder.build();
    }
}
