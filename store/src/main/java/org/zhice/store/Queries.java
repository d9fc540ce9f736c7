package org.zhice.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sys.JenaSystem;

/** Queries with terms put into them, never text. */
public final class Queries {
    static {
        JenaSystem.init();
    }

    private Queries() {}

    /**
     * A query in strict SPARQL 1.1 that comes with the program.
     *
     * @param room a class of the package in which the file lies
     * @param file its name, such as {@code labels.rq}
     */
    public static Query read(Class<?> room, String file) {
        return QueryFactory.create(text(room, file), Syntax.syntaxSPARQL_11);
    }

    /** A text that comes with the program, beside a class or, with a slash before its name, anywhere in its jars. */
    public static String text(Class<?> room, String file) {
        try (InputStream in = room.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + ": missing beside " + room.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The query with terms in the place of variables: replaced where it is parsed, so that no term can become syntax. */
    public static Query bound(Query query, Map<Var, Node> terms) {
        return QueryTransformOps.replaceVars(query, terms);
    }

    /** As {@link #bound(Query, Map)} with one term. */
    public static Query bound(Query query, String variable, Node term) {
        return bound(query, Map.of(Var.alloc(variable), term));
    }

    /**
     * The query with terms in its block {@code VALUES ?variable { … }}.
     *
     * @param terms may be none: then the block holds nothing and matches nothing
     */
    public static Query over(Query query, String variable, Collection<Node> terms) {
        List<Var> column = List.of(Var.alloc(variable));
        ElementTransformCopyBase fill = new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementData values) {
                return values.getVars().equals(column) ? block(column.get(0), terms) : values;
            }
        };
        return QueryTransformOps.transform(query, fill, new ExprTransformApplyElementTransform(fill));
    }

    private static ElementData block(Var variable, Collection<Node> terms) {
        ElementData block = new ElementData();
        block.add(variable);
        terms.forEach(term -> block.add(BindingFactory.binding(variable, term)));
        return block;
    }

    /**
     * The query as text. Jena runs an order by a constant and a column that is grouped by and assigned too; written down they
     * are not SPARQL, so the first is left out and the second is assigned once.
     */
    public static String text(Query query) {
        Query shown = query.cloneQuery();
        if (shown.hasOrderBy()) {
            shown.getOrderBy().removeIf(condition -> condition.getExpression().isConstant());
        }
        Set<Var> grouped = shown.getGroupBy().getExprs().keySet();
        shown.getProject().getExprs().keySet().removeAll(grouped);
        return shown.toString();
    }
}
