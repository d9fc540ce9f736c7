package org.zhice.store.tdb;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.nodetable.NodeTable;
import org.zhice.store.tdb.TripleCounts.Count;

/** Counts triples that pass twice: first sorted by subject and predicate, then by predicate and object. */
final class TripleCounter {
    /** An object of which there are fewer triples is like any other; this many, and one in so many of all. */
    private static final long FEW = 20;

    private static final long SHARE = 10_000;

    private final Map<NodeId, Counting> predicates = new HashMap<>();
    private long triples;
    private Tuple<NodeId> before;
    private long run;

    private static final class Counting {
        private long triples;
        private long subjects;
        private long objects;
        private final Map<NodeId, Long> frequent = new LinkedHashMap<>();
    }

    void bySubject(Tuple<NodeId> triple) {
        Counting counting = predicates.computeIfAbsent(triple.get(1), predicate -> new Counting());
        triples++;
        counting.triples++;
        if (before == null || !same(triple, 0) || !same(triple, 1)) {
            counting.subjects++;
        }
        before = triple;
    }

    void byObject(Tuple<NodeId> triple) {
        if (run > 0 && same(triple, 1) && same(triple, 2)) {
            run++;
        } else {
            endRun();
            run = 1;
        }
        before = triple;
    }

    private boolean same(Tuple<NodeId> triple, int column) {
        return triple.get(column).equals(before.get(column));
    }

    private void endRun() {
        if (run > 0) {
            Counting counting = predicates.get(before.get(1));
            counting.objects++;
            if (run >= Math.max(FEW, triples / SHARE)) {
                counting.frequent.put(before.get(2), run);
            }
        }
    }

    TripleCounts counts(NodeTable nodes) {
        endRun();
        run = 0;
        Map<Node, Count> counts = new HashMap<>();
        predicates.forEach((predicate, counting) -> {
            Map<Node, Long> frequent = new HashMap<>();
            counting.frequent.forEach((object, count) -> frequent.put(nodes.getNodeForNodeId(object), count));
            frequent.keySet().removeIf(Node::isBlank);
            counts.put(
                    nodes.getNodeForNodeId(predicate),
                    new Count(counting.triples, counting.subjects, counting.objects, frequent));
        });
        return new TripleCounts(triples, counts);
    }
}
