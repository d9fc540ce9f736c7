package org.zhice.store.tdb;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.text.DatasetGraphText;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.sys.TDBInternal;

/** The parts of a store that lie beneath what is asked of it, read in one transaction until it is closed. */
final class OpenStore implements AutoCloseable {
    private final DatasetGraph data;
    private final DatasetGraphTDB tdb;
    private final NodeTupleTable quads;
    private final NodeTupleTable triples;

    OpenStore(Path config, Path build) {
        data = StoreConfig.open(config, build);
        data.begin(ReadWrite.READ);
        tdb = TDBInternal.requireStorage(((DatasetGraphText) data).getWrapped());
        quads = tdb.getQuadTable().getNodeTupleTable();
        triples = tdb.getTripleTable().getNodeTupleTable();
    }

    /** Of each index its entries, by names such as {@code GSPO}; the nodes; the documents of the text index. */
    SortedMap<String, Long> counts() {
        Map<String, LongSupplier> parts = new LinkedHashMap<>();
        // The longest first, for all are read side by side.
        parts.put("nodes", () -> Iter.count(nodes().all()));
        Stream.concat(tripleIndexes().stream(), quadIndexes().stream())
                .forEach(index -> parts.put(index.getName(), () -> Iter.count(index.all())));
        parts.put("documents", () -> new TextCheck(text()).size());
        SortedMap<String, Long> counts = new ConcurrentSkipListMap<>();
        parts.entrySet().parallelStream()
                .forEach(part -> counts.put(
                        part.getKey(),
                        Txn.calculateRead(data, () -> part.getValue().getAsLong())));
        return counts;
    }

    /** The indexes of the quads, the primary one first. */
    List<TupleIndex> quadIndexes() {
        return List.of(quads.getTupleTable().getIndexes());
    }

    /** The indexes of the triples of the default graph. */
    List<TupleIndex> tripleIndexes() {
        return List.of(triples.getTupleTable().getIndexes());
    }

    /** What the default graph should hold, in the order of one of its indexes. */
    Iterator<Tuple<NodeId>> union(TupleIndex index) {
        return UnionGraph.sorted(quads.getTupleTable(), index);
    }

    NodeTable nodes() {
        return quads.getNodeTable();
    }

    /** The quads of all named graphs. */
    Iterator<Quad> quads() {
        return tdb.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    }

    TextIndexLucene text() {
        return (TextIndexLucene) ((DatasetGraphText) data).getTextIndex();
    }

    @Override
    public void close() {
        data.end();
        StoreConfig.close(data);
    }
}
