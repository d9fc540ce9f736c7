package org.zhice.loader.build;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.zhice.loader.input.Home;
import org.zhice.loader.map.Closure;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/**
 * A release in parts, for input that no single machine holds. All axioms have one premise, so that what follows from the whole follows from
 * its parts; only what is given in another part is seen when lines stand together: {@link QuadLine#whole}.
 */
public final class ReleaseParts {
    private final Collection<Quad> base;
    private final Closure closure;
    private final Mapper mapper;

    /**
     * Reads the ontology and the mappings.
     *
     * @param forms all tables of which parts come, with rows or without
     * @throws org.zhice.loader.input.InputException if one has no mapping
     */
    public ReleaseParts(Home home, Tables forms) {
        KnowledgeGraph graph = new KnowledgeGraph(home);
        base = graph.quads();
        closure = graph.closure();
        mapper = new Mapper(home, forms);
    }

    /** What no table says. */
    public Stream<QuadLine> base() {
        return lines(base);
    }

    /** What some rows of a table say. */
    public Stream<QuadLine> of(Table table, List<Table.Row> rows) {
        return lines(mapper.map(table, rows));
    }

    private Stream<QuadLine> lines(Collection<Quad> quads) {
        QuadTable part = new QuadTable();
        part.addAll(quads);
        Set<Triple> given = part.stream().map(Quad::asTriple).collect(Collectors.toSet());
        return Stream.concat(part.stream(), closure.of(part, given::contains).stream())
                .map(QuadLine::of);
    }
}
