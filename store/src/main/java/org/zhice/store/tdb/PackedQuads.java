package org.zhice.store.tdb;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
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
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdFactory;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.apache.jena.tdb2.store.nodetupletable.NodeTupleTable;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;
import org.apache.jena.tdb2.store.tupletable.TupleIndexRecord;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * Fills a fresh store: each node once, and then each index bottom up from rows that were sorted before, as Jena's own loader for
 * large data does. Quad by quad, each would be looked up four times and put into six trees.
 */
public final class PackedQuads {
    private static final String COLUMNS = "GSPO";

    private PackedQuads() {}

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
     * Writes them. The store is to be closed then: what it holds of its indexes in memory is older.
     *
     * @param store as {@link StoreConfig#open} gives it, empty
     */
    public static void write(DatasetGraph store, Rows rows) {
        DatasetGraph data = ((DatasetGraphText) store).getWrapped();
        NodeTupleTable quads = TDBInternal.requireStorage(data).getQuadTable().getNodeTupleTable();
        long[] ids = ids(quads.getNodeTable(), rows.nodes());
        int[] ranks = ranks(ids);
        for (TupleIndex index : quads.getTupleTable().getIndexes()) {
            pack(index, rows, ids, ranks);
        }
    }

    /**
     * By which TDB2 knows nodes, as their bytes in an index. In a transaction of the nodes alone: that of the whole store would
     * end what another thread may be writing into the text index.
     */
    private static long[] ids(NodeTable table, List<Node> nodes) {
        TransactionCoordinator coordinator = CoLib.newCoordinator();
        CoLib.add(coordinator, table);
        CoLib.start(coordinator);
        Transaction transaction = coordinator.begin(TxnType.WRITE);
        try {
            long[] ids = nodes.stream().mapToLong(node -> id(table, node)).toArray();
            transaction.commit();
            return ids;
        } finally {
            transaction.end();
        }
    }

    private static long id(NodeTable table, Node node) {
        byte[] bytes = new byte[NodeId.SIZE];
        NodeIdFactory.set(table.getAllocateNodeId(node), bytes);
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

    private static void pack(TupleIndex index, Rows rows, long[] ids, int[] ranks) {
        int[] columns = index.getName().chars().map(COLUMNS::indexOf).toArray();
        BPlusTree tree = (BPlusTree) ((TupleIndexRecord) index).getRangeIndex();
        RecordFactory factory = tree.getRecordFactory();
        Iterator<Record> records = IntStream.of(rows.sorted(ranks, columns))
                .mapToObj(row -> record(factory, rows, row, columns, ids))
                .iterator();
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

    private static Record record(RecordFactory factory, Rows rows, int row, int[] columns, long[] ids) {
        byte[] key = new byte[columns.length * NodeId.SIZE];
        for (int i = 0; i < columns.length; i++) {
            Bytes.setLong(ids[rows.cell(row, columns[i])], key, i * NodeId.SIZE);
        }
        return factory.create(key);
    }
}
