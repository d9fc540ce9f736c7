package org.zhice.loader.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.zhice.loader.tables.Table;

/**
 * A table's way to quads: one SPARQL CONSTRUCT with GRAPH in its template, whose variables are the column names (the
 * convention of Tarql) and {@code ?about}, the IRI that the contract gives to the row. A cell that is empty is an unbound
 * variable, so what depends on it is not written.
 */
final class Mapping {
    /** Rows in one query. Past some thousands a larger batch gains nothing and costs memory. */
    private static final int BATCH = 2_000;

    private static final DatasetGraph NO_DATA = DatasetGraphFactory.empty();

    private final Query query;

    private Mapping(Query query) {
        this.query = query;
    }

    /** @throws org.apache.jena.query.QueryParseException if the file is not ARQ syntax */
    static Mapping read(Path file) {
        try {
            return new Mapping(QueryFactory.create(Files.readString(file), Syntax.syntaxARQ));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the quads of the rows to {@code out}, with repeats. */
    void map(Table table, List<Table.Row> rows, Consumer<Quad> out) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Binding> bindings = rows.subList(from, Math.min(from + BATCH, rows.size())).stream()
                    .map(table::binding)
                    .toList();
            try (QueryExec exec = QueryExec.dataset(NO_DATA)
                    .query(over(table.vars(), bindings))
                    .build()) {
                exec.constructQuads().forEachRemaining(out);
            }
        }
    }

    /** The variables from which the objects of a property are made; empty if the mapping does not write it. */
    Set<String> variablesOf(Node property) {
        Set<String> variables = new TreeSet<>();
        for (Quad quad : query.getConstructTemplate().getQuads()) {
            if (quad.getPredicate().equals(property) && quad.getObject() instanceof Var object) {
                variables.addAll(sources(object));
            }
        }
        return variables;
    }

    /** Every variable that the mapping reads. */
    Set<String> variables() {
        Set<String> variables = new TreeSet<>();
        for (Quad quad : query.getConstructTemplate().getQuads()) {
            Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject())
                    .filter(Var.class::isInstance)
                    .forEach(node -> variables.addAll(sources((Var) node)));
        }
        return variables;
    }

    /** A variable and all those that its value is computed from. */
    private Set<String> sources(Var variable) {
        Set<String> names = new TreeSet<>(Set.of(variable.getName()));
        if (query.getQueryPattern() instanceof ElementGroup group) {
            group.getElements().stream()
                    .filter(ElementBind.class::isInstance)
                    .map(ElementBind.class::cast)
                    .filter(bind -> bind.getVar().equals(variable))
                    .flatMap(bind -> bind.getExpr().getVarsMentioned().stream())
                    .forEach(source -> names.addAll(sources(source)));
        }
        return names;
    }

    /** The query with the rows as a VALUES block before its own pattern, so that BIND sees the columns. */
    private Query over(List<Var> vars, List<Binding> rows) {
        ElementData values = new ElementData();
        vars.forEach(values::add);
        rows.forEach(values::add);
        ElementGroup where = new ElementGroup();
        where.addElement(values);
        Element pattern = query.getQueryPattern();
        if (pattern instanceof ElementGroup group) {
            group.getElements().forEach(where::addElement);
        } else {
            where.addElement(pattern);
        }
        Query copy = query.cloneQuery();
        copy.setQueryPattern(where);
        return copy;
    }
}
