package org.zhice.store.tdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.query.text.DatasetGraphText;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The default graph of a store: the triples of all its graphs, each once. It is written down when the graphs are, so that no
 * query has to make distinct what it finds in them. Here for a store that was filled quad by quad; {@link PackedQuads} writes it
 * with the quads.
 */
public final class UnionGraph {
    private UnionGraph() {}

    /**
     * Writes it in the transaction of the caller, when all quads are there and before any is read, and counts it.
     *
     * @param store as {@link StoreConfig#open} gives it
     * @param build the folder of the store; it gets the counts, by which who opens it orders joins
     * @return how many triples it has
     * @throws UncheckedIOException if the counts cannot be written
     */
    public static long write(DatasetGraph store, Path build) {
        DatasetGraphTDB tdb = TDBInternal.requireStorage(((DatasetGraphText) store).getWrapped());
        NodeTupleTable quads = tdb.getQuadTable().getNodeTupleTable();
        TupleTable triples = tdb.getTripleTable().getNodeTupleTable().getTupleTable();
        TripleCounter counter = new TripleCounter();
        fill(triples.selectIndex("SPO"), quads, triple -> counter.bySubject(number(triple, 0), number(triple, 1)));
        fill(triples.selectIndex("POS"), quads, triple -> counter.byObject(number(triple, 1), number(triple, 2)));
        fill(triples.selectIndex("OSP"), quads, triple -> {});
        TripleCounts counts = counter.counts(
                number -> quads.getNodeTable().getNodeForNodeId(NodeIdFactory.get(Bytes.packLong(number), 0)));
        try {
            counts.write(build);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts.triples();
    }

    private static long number(Tuple<NodeId> triple, int column) {
        return PackedQuads.number(triple.get(column));
    }

    /** What a graph differs in comes last there, so that the same triples stand side by side. */
    static Iterator<Tuple<NodeId>> sorted(TupleTable quads, TupleIndex index) {
        return Iter.distinctAdjacent(
                Iter.map(quads.selectIndex(index.getName() + "G").all(), UnionGraph::triple));
    }

    private static Tuple<NodeId> triple(Tuple<NodeId> quad) {
        return TupleFactory.create3(quad.get(1), quad.get(2), quad.get(3));
    }

    private static void fill(TupleIndex index, NodeTupleTable quads, Consumer<Tuple<NodeId>> also) {
        sorted(quads.getTupleTable(), index).forEachRemaining(triple -> {
            index.add(triple);
            also.accept(triple);
        });
    }
}
