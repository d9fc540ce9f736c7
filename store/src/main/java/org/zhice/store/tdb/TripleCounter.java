package org.zhice.store.tdb;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.apache.jena.graph.Node;
import org.zhice.store.tdb.TripleCounts.Count;

/**
 * Counts triples that pass twice: first sorted by subject and predicate, then by predicate and object. A number stands for each
 * node.
 */
final class TripleCounter {
    /** An object of which there are fewer triples is like any other; this many, and one in so many of all. */
    private static final long FEW = 20;

    private static final long SHARE = 10_000;

    private final Map<Long, Counting> predicates = new HashMap<>();
    private long triples;
    private long subject;
    private long predicate;
    private long object;
    private long run;

    private static final class Counting {
        private long triples;
        private long subjects;
        private long objects;
        private final Map<Long, Long> frequent = new LinkedHashMap<>();
    }

    void bySubject(long nextSubject, long nextPredicate) {
        Counting counting = predicates.computeIfAbsent(nextPredicate, first -> new Counting());
        if (triples == 0 || nextSubject != subject || nextPredicate != predicate) {
            counting.subjects++;
        }
        triples++;
        counting.triples++;
        subject = nextSubject;
        predicate = nextPredicate;
    }

    void byObject(long nextPredicate, long nextObject) {
        if (run > 0 && nextPredicate == predicate && nextObject == object) {
            run++;
        } else {
            endRun();
            run = 1;
        }
        predicate = nextPredicate;
        object = nextObject;
    }

    private void endRun() {
        if (run > 0) {
            Counting counting = predicates.get(predicate);
            counting.objects++;
            if (run >= Math.max(FEW, triples / SHARE)) {
                counting.frequent.put(object, run);
            }
        }
    }

    TripleCounts counts(LongFunction<Node> nodes) {
        endRun();
        run = 0;
        Map<Node, Count> counts = new HashMap<>();
        predicates.forEach((number, counting) -> {
            Map<Node, Long> frequent = new HashMap<>();
            counting.frequent.forEach((of, count) -> frequent.put(nodes.apply(of), count));
            frequent.keySet().removeIf(Node::isBlank);
            counts.put(nodes.apply(number), new Count(counting.triples, counting.subjects, counting.objects, frequent));
        });
        return new TripleCounts(triples, counts);
    }
}
