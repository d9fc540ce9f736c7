package org.zhice.store.image;

import org.apache.jena.graph.Triple;

/**
 * Walks over the triples that match a pattern of numbers, in the order of the index that suits it, within one graph, all as
 * one, or each by itself. Made once, opened often.
 */
final class Cursor {
    /** All graphs as one. */
    static final int UNION = -3;

    /** So many triples are sooner looked at than searched. */
    private static final int FEW = 8;

    private final Image image;
    private int[] triples;
    private int at;
    private int end;
    private int wantedSubject;
    private int wantedPredicate;
    private int wantedObject;
    private int graph;
    private int graphAt;
    private int graphEnd;

    /** The triple that was found, and its graph if each was to be walked by itself. */
    int subject;

    int predicate;
    int object;
    int found;

    Cursor(Image image) {
        this.image = image;
    }

    /**
     * Begins anew.
     *
     * @param s as all three a number or {@link Image#ANY}
     * @param g {@link #UNION}, a graph, or {@link Image#ANY}
     */
    void open(int s, int p, int o, int g) {
        wantedSubject = s;
        wantedPredicate = p;
        wantedObject = o;
        graph = g;
        graphAt = 0;
        graphEnd = 0;
        if (s != Image.ANY && (p != Image.ANY || o == Image.ANY)) {
            range(image.spo(), s, p, o);
        } else if (o != Image.ANY && (p == Image.ANY || image.osp().count(o) <= FEW)) {
            range(image.osp(), o, s, Image.ANY);
        } else if (p != Image.ANY) {
            range(image.pos(), p, o, s);
        } else {
            walk(image.spo().triples(), 0, image.triples());
        }
        if (g >= 0) {
            int[] from = image.graphs().from();
            if (from[g + 1] - from[g] < count()) {
                walk(image.graphs().triples(), from[g], from[g + 1]);
            }
        }
    }

    private void range(Index index, int one, int two, int three) {
        int low = index.start()[one];
        int high = index.start()[one + 1];
        if (two != Image.ANY) {
            low = index.lower(index.second(), low, high, two);
            high = index.upper(index.second(), low, high, two);
            if (three != Image.ANY) {
                low = index.lower(index.third(), low, high, three);
                high = index.upper(index.third(), low, high, three);
            }
        }
        walk(index.triples(), low, high);
    }

    private void walk(int[] order, int from, int to) {
        triples = order;
        at = from - 1;
        end = to;
    }

    /** How many there are at most; as many as there are, unless they are few or within a graph. */
    int count() {
        return end - at - 1;
    }

    Triple triple() {
        return Triple.create(
                image.terms().term(subject),
                image.terms().term(predicate),
                image.terms().term(object));
    }

    boolean isEachGraph() {
        return graph == Image.ANY;
    }

    /** Goes on to the next. */
    boolean next() {
        if (graphAt < graphEnd) {
            found = image.graphs().graphs()[graphAt++];
            return true;
        }
        while (++at < end) {
            int triple = triples[at];
            subject = image.s()[triple];
            predicate = image.p()[triple];
            object = image.o()[triple];
            if (isWanted() && (graph == UNION || inGraph(triple))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWanted() {
        return (wantedSubject == Image.ANY || wantedSubject == subject)
                && (wantedPredicate == Image.ANY || wantedPredicate == predicate)
                && (wantedObject == Image.ANY || wantedObject == object);
    }

    private boolean inGraph(int triple) {
        if (graph >= 0) {
            return image.graphs().holds(graph, triple);
        }
        graphAt = image.graphs().start()[triple];
        graphEnd = image.graphs().start()[triple + 1];
        found = image.graphs().graphs()[graphAt++];
        return true;
    }
}
