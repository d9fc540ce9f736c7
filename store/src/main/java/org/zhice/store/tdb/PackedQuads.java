package org.zhice.store.tdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.Bytes;
import org.apache.jena.dboe.base.record.Record;
import org.apache.jena.dboe.base.record.RecordFactory;
import org.apache.jena.dboe.trans.bplustree.BPlusTree;
import org.apache.jena.dboe.trans.bplustree.rewriter.BPlusTreeRewriter;
import org.apache.jena.dboe.transaction.txn.Transaction;
import org.apache.jena.dboe.transaction.txn.TransactionCoordinator;
import org.apache.jena.graph.Node;
import org.apache.jena.query.TxnType;
import org.apache.jena.query.text.DatasetGraphText;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.loader.base.CoLib;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.TableBase;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Fills a fresh store: each node once, and then each index bottom up from rows that were sorted before, as Jena's own loader for
 * large data does. Quad by quad, each would be looked up four times and put into nine trees.
 */
public final class PackedQuads {
    private static final String COLUMNS = "GSPO";
    private static final int SUBJECT = 1;
    private static final int PREDICATE = 2;
    private static final int OBJECT = 3;

    private final DatasetGraphTDB store;
    private final NodeTable nodes;
    private final Rows rows;
    private long[] ids = {};

    /** Quads as rows of four cells: graph, subject, predicate and object, each the place of its node in a list. */
    public interface Rows {
        /** The nodes, each once. */
        List<Node> nodes();

        /** The place of the node in a cell. */
        int cell(int row, int column);

        /** All rows, by the ranks of the nodes in the first of the columns, then in the next. */
        int[] sorted(int[] ranks, int... columns);
    }

    /**
     * What is to be written.
     *
     * @param store as {@link StoreConfig#open} gives it, empty
     * @param rows may get more until {@link #write}
     */
    public PackedQuads(DatasetGraph store, Rows rows) {
        this.store = TDBInternal.requireStorage(((DatasetGraphText) store).getWrapped());
        this.nodes = this.store.getQuadTable().getNodeTupleTable().getNodeTable();
        this.rows = rows;
    }

    /**
     * Writes the nodes that there are by now, so that less is left for {@link #write}. In a transaction of the nodes alone: that of
     * the whole store would end what another thread may be writing into the text index.
     */
    public void writeNodes() {
        TransactionCoordinator coordinator = CoLib.newCoordinator();
        CoLib.add(coordinator, nodes);
        CoLib.start(coordinator);
        Transaction transaction = coordinator.begin(TxnType.WRITE);
        try {
            List<Node> all = rows.nodes();
            LongStream further = all.subList(ids.length, all.size()).stream()
                    .mapToLong(node -> number(nodes.getAllocateNodeId(node)));
            ids = LongStream.concat(Arrays.stream(ids), further).toArray();
            transaction.commit();
        } finally {
            transaction.end();
        }
    }

    /**
     * Writes all quads, and their triples as the default graph, and counts these. The store is to be closed then: what it holds of
     * its indexes in memory is older.
     *
     * @param build the folder of the store; it gets the counts, by which who opens it orders joins
     * @return how many triples there are
     * @throws UncheckedIOException if the counts cannot be written
     */
    public long write(Path build) {
        writeNodes();
        int[] ranks = ranks(ids);
        TripleCounter counter = new TripleCounter();
        List<Runnable> parts = Stream.concat(
                        Stream.<Runnable>of(() -> packTriples(ranks, counter)),
                        indexes(store.getQuadTable()).map(index -> () -> packQuads(index, ranks)))
                .toList();
        parts.parallelStream().forEach(Runnable::run);
        TripleCounts counts = counter.counts(place -> rows.nodes().get((int) place));
        try {
            counts.write(build);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counts.triples();
    }

    private static Stream<TupleIndex> indexes(TableBase table) {
        return Stream.of(table.getNodeTupleTable().getTupleTable().getIndexes());
    }

    /** By which TDB2 knows a node, as its bytes in an index. */
    static long number(NodeId id) {
        byte[] bytes = new byte[NodeId.SIZE];
        NodeIdFactory.set(id, bytes);
        return Bytes.getLong(bytes);
    }

    /** In the order of an index, which compares bytes without signs. */
    private static int[] ranks(long[] ids) {
        long[] sorted = Arrays.stream(ids).map(PackedQuads::signed).sorted().toArray();
        return Arrays.stream(ids)
                .mapToInt(id -> Arrays.binarySearch(sorted, signed(id)))
                .toArray();
    }

    private static long signed(long unsigned) {
        return unsigned ^ Long.MIN_VALUE;
    }

    private void packQuads(TupleIndex index, int[] ranks) {
        int[] columns = columns(index);
        pack(index, columns, IntStream.of(rows.sorted(ranks, columns)));
    }

    private void packTriples(int[] ranks, TripleCounter counter) {
        packTriples("SPO", ranks, row -> counter.bySubject(rows.cell(row, SUBJECT), rows.cell(row, PREDICATE)));
        packTriples("POS", ranks, row -> counter.byObject(rows.cell(row, PREDICATE), rows.cell(row, OBJECT)));
        packTriples("OSP", ranks, row -> {});
    }

    /** A triple that several graphs have once; it comes as often in a row. */
    private void packTriples(String name, int[] ranks, IntConsumer also) {
        TupleIndex index =
                store.getTripleTable().getNodeTupleTable().getTupleTable().selectIndex(name);
        int[] columns = columns(index);
        int[] sorted = rows.sorted(ranks, columns);
        IntStream once = IntStream.range(0, sorted.length)
                .filter(at -> at == 0 || !isSame(sorted[at - 1], sorted[at], columns))
                .map(at -> sorted[at]);
        pack(index, columns, once.peek(also));
    }

    private boolean isSame(int row, int other, int[] columns) {
        return Arrays.stream(columns).allMatch(column -> rows.cell(row, column) == rows.cell(other, column));
    }

    private static int[] columns(TupleIndex index) {
        return index.getName().chars().map(COLUMNS::indexOf).toArray();
    }

    private void pack(TupleIndex index, int[] columns, IntStream sorted) {
        BPlusTree tree = (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
        RecordFactory factory = tree.getRecordFactory();
        Iterator<Record> records =
                sorted.mapToObj(row -> record(factory, row, columns)).iterator();
        CoLib.executeWrite(
                index,
                () -> BPlusTreeRewriter.packIntoBPlusTree(
                        records,
                        tree.getParams(),
                        factory,
                        tree.getStateManager().getBufferChannel(),
                        tree.getNodeManager().getBlockMgr(),
                        tree.getRecordsMgr().getBlockMgr()));
    }

    private Record record(RecordFactory factory, int row, int[] columns) {
        byte[] key = new byte[columns.length * NodeId.SIZE];
        for (int i = 0; i < columns.length; i++) {
            Bytes.setLong(ids[rows.cell(row, columns[i])], key, i * NodeId.SIZE);
        }
        return factory.create(key);
    }
}
