package org.zhice.store.tdb;

import java.util.Iterator;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.atlas.lib.tuple.TupleFactory;
import org.apache.jena.query.text.DatasetGraphText;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleTable;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The default graph of a store: the triples of all its graphs, each once. It is written down when the graphs are, so that no
 * query has to make distinct what it finds in them.
 */
public final class UnionGraph {
    private UnionGraph() {}

    /**
     * Writes it in the transaction of the caller, when all quads are there and before any is read.
     *
     * @param store as {@link StoreConfig#open} gives it
     * @return how many triples it has
     */
    public static long write(DatasetGraph store) {
        DatasetGraphTDB tdb = TDBInternal.requireStorage(((DatasetGraphText) store).getWrapped());
        TupleTable quads = tdb.getQuadTable().getNodeTupleTable().getTupleTable();
        long triples = 0;
        for (TupleIndex index :
                tdb.getTripleTable().getNodeTupleTable().getTupleTable().getIndexes()) {
            triples = fill(index, sorted(quads, index));
        }
        return triples;
    }

    /** What a graph differs in comes last there, so that the same triples stand side by side. */
    static Iterator<Tuple<NodeId>> sorted(TupleTable quads, TupleIndex index) {
        return Iter.distinctAdjacent(
                Iter.map(quads.selectIndex(index.getName() + "G").all(), UnionGraph::triple));
    }

    private static Tuple<NodeId> triple(Tuple<NodeId> quad) {
        return TupleFactory.create3(quad.get(1), quad.get(2), quad.get(3));
    }

    private static long fill(TupleIndex index, Iterator<Tuple<NodeId>> triples) {
        long filled = 0;
        for (; triples.hasNext(); filled++) {
            index.add(triples.next());
        }
        return filled;
    }
}
