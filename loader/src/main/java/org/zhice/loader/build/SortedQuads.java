package org.zhice.loader.build;

import static org.zhice.loader.build.QuadTable.GRAPH;
import static org.zhice.loader.build.QuadTable.OBJECT;
import static org.zhice.loader.build.QuadTable.PREDICATE;
import static org.zhice.loader.build.QuadTable.SUBJECT;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;

/**
 * Quads in the order of their lines as N-Quads, by code unit. Terms are sorted, and quads by the ranks of their terms: that is
 * the order of the lines, for what can follow a term in a longer one comes after the blank that ends it.
 */
final class SortedQuads {
    private final QuadTable table;
    private final String[] terms;
    private final QuadOrder order;

    SortedQuads(QuadTable table) {
        this.table = table;
        this.terms = table.nodes().stream().map(NodeFmtLib::strNT).toArray(String[]::new);
        this.order = QuadOrder.of(table, ranks(terms), SUBJECT, PREDICATE, OBJECT, GRAPH);
    }

    private static int[] ranks(String[] terms) {
        int[] sorted = IntStream.range(0, terms.length)
                .boxed()
                .sorted(Comparator.comparing(number -> terms[number]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[terms.length];
        for (int rank = 0; rank < sorted.length; rank++) {
            ranks[sorted[rank]] = rank;
        }
        return ranks;
    }

    /** One line for each quad. */
    Stream<String> lines() {
        return IntStream.of(order.rows()).mapToObj(this::line);
    }

    /** Writes them as UTF-8. */
    void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int row : order.rows()) {
                out.write(line(row));
                out.write('\n');
            }
        }
    }

    private String line(int row) {
        return term(row, SUBJECT) + ' ' + term(row, PREDICATE) + ' ' + term(row, OBJECT) + ' ' + term(row, GRAPH)
                + " .";
    }

    private String term(int row, int column) {
        return terms[table.cell(row, column)];
    }

    /** Each triple once, whatever graphs it is in. */
    void triples(Consumer<Triple> sink) {
        int before = -1;
        for (int row : order.rows()) {
            if (before < 0 || !isSameTriple(row, before)) {
                sink.accept(
                        Triple.create(table.node(row, SUBJECT), table.node(row, PREDICATE), table.node(row, OBJECT)));
            }
            before = row;
        }
    }

    private boolean isSameTriple(int row, int before) {
        return table.cell(row, SUBJECT) == table.cell(before, SUBJECT)
                && table.cell(row, PREDICATE) == table.cell(before, PREDICATE)
                && table.cell(row, OBJECT) == table.cell(before, OBJECT);
    }
}
