package org.zhice.store.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;

/**
 * Reads a store of TDB2 into an image. Terms are numbered in the order in which the store has them, so that triples come in
 * the same order.
 */
final class ImageReader {
    /** In the columns of an image, of each quad and of each term. */
    private static final int QUAD = 36;

    private static final int TERM = 36;

    /** Objects around the characters of a term. */
    private static final int NAME = 64;

    private static final int LITERAL = 120;

    private static final int STEPS = 0xFFF;

    private final DatasetGraphTDB data;
    private final long limit;
    private final BooleanSupplier wanted;
    private final Map<NodeId, Integer> met = new HashMap<>();
    private int[][] quads = new int[4][1 << 16];
    private int size;

    private ImageReader(DatasetGraphTDB data, long limit, BooleanSupplier wanted) {
        this.data = data;
        this.limit = limit;
        this.wanted = wanted;
    }

    /**
     * All of a store, in the transaction of the caller.
     *
     * @param limit the most bytes that the image may take; counted before it is made
     * @param wanted asked again and again, until it is false
     * @throws NoImageException if it would take more, holds what an image cannot hold, or is no longer wanted
     */
    static Image read(DatasetGraphTDB data, long limit, BooleanSupplier wanted) {
        return new ImageReader(data, limit, wanted).read();
    }

    /** Of this store there is no image; it answers by itself. */
    static final class NoImageException extends RuntimeException {
        private static final long serialVersionUID = 1;

        final boolean large;

        NoImageException(boolean large, String reason) {
            super(reason);
            this.large = large;
        }
    }

    private Image read() {
        Iterator<Tuple<NodeId>> tuples = data.getQuadTable().getNodeTupleTable().findAll();
        while (tuples.hasNext()) {
            add(tuples.next());
            require(least(), size);
        }
        List<NodeId> ids = new ArrayList<>(met.keySet());
        Collections.sort(ids);
        int[] rank = new int[ids.size()];
        for (int i = 0; i < rank.length; i++) {
            rank[met.get(ids.get(i))] = i;
        }
        met.clear();
        for (int column = 0; column < quads.length; column++) {
            quads[column] = Arrays.stream(quads[column], 0, size)
                    .map(number -> rank[number])
                    .toArray();
        }
        return terms(ids);
    }

    private void add(Tuple<NodeId> tuple) {
        if (size == quads[0].length) {
            for (int column = 0; column < quads.length; column++) {
                quads[column] = Arrays.copyOf(quads[column], size + size / 2);
            }
        }
        for (int column = 0; column < quads.length; column++) {
            Integer number = met.putIfAbsent(tuple.get(column), met.size());
            quads[column][size] = number == null ? met.size() - 1 : number;
        }
        size++;
    }

    private long least() {
        return (long) size * QUAD + (long) met.size() * (TERM + NAME);
    }

    private Image terms(List<NodeId> ids) {
        NodeTable table = data.getQuadTable().getNodeTupleTable().getNodeTable();
        Node[] terms = new Node[ids.size()];
        long bytes = (long) size * QUAD;
        for (int i = 0; i < terms.length; i++) {
            terms[i] = table.getNodeForNodeId(ids.get(i));
            if (terms[i].isTripleTerm()) {
                throw new NoImageException(false, "it has statements about statements");
            }
            bytes += TERM + weight(terms[i]);
            require(bytes, i);
        }
        Image image = Image.of(new Terms(terms), quads, bytes);
        if (data.getTripleTable().getNodeTupleTable().size() != image.triples()) {
            throw new NoImageException(false, "its default graph is not what its graphs say together");
        }
        return image;
    }

    /** About how many bytes a term takes. */
    static long weight(Node term) {
        String text = term.isURI()
                ? term.getURI()
                : term.isLiteral()
                        ? term.getLiteralLexicalForm()
                        : term.isBlank() ? term.getBlankNodeLabel() : term.toString();
        boolean wide = text.chars().anyMatch(c -> c > 0xFF);
        return (term.isLiteral() ? LITERAL : NAME) + (wide ? 2L : 1L) * text.length();
    }

    private void require(long bytes, int step) {
        if (bytes > limit) {
            throw new NoImageException(true, "it would take more than " + bytes + " bytes, and may take " + limit);
        }
        if ((step & STEPS) == 0 && !wanted.getAsBoolean()) {
            throw new NoImageException(false, "nobody reads it any more");
        }
    }
}
