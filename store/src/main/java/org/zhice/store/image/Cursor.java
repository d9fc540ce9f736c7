package org.zhice.store.image;

import org.apache.jena.graph.Triple;

/**
 * Walks over the triples that match a pattern of numbers, in the order of the index that suits it, within one graph, all as
 * one, or each by itself. Made once, opened often.
 */
final class Cursor {
    /** All graphs as one. */
    static final int UNION = -3;

    /** The orders of the indexes: what their first column is. */
    private enum By {
        SUBJECT,
        PREDICATE,
        OBJECT,
        GRAPH
    }

    private final Image image;
    private By by;
    private Index index;
    private int first;
    private int at;
    private int end;
    private int graph;
    private int wantedSubject;
    private int wantedPredicate;
    private int wantedObject;
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
        graph = g;
        graphAt = 0;
        graphEnd = 0;
        if (s != Image.ANY) {
            if (p == Image.ANY && o != Image.ANY) {
                range(By.OBJECT, image.osp(), o, s, p);
            } else {
                range(By.SUBJECT, image.spo(), s, p, o);
            }
        } else if (o != Image.ANY && p == Image.ANY) {
            range(By.OBJECT, image.osp(), o, s, p);
        } else if (p != Image.ANY) {
            range(By.PREDICATE, image.pos(), p, o, s);
        } else {
            by = By.SUBJECT;
            index = image.spo();
            first = Image.ANY;
            at = 0;
            end = image.triples();
        }
        if (g >= 0) {
            listed(s, p, o);
        }
        at--;
        if (first == Image.ANY) {
            first = 0;
        }
    }

    private void range(By order, Index sorted, int one, int two, int three) {
        by = order;
        index = sorted;
        first = one;
        at = sorted.start()[one];
        end = sorted.start()[one + 1];
        if (two != Image.ANY) {
            at = Index.lower(sorted.second(), at, end, two);
            end = Index.lower(sorted.second(), at, end, two + 1);
            if (three != Image.ANY) {
                at = Index.lower(sorted.third(), at, end, three);
                end = at < end && sorted.third()[at] == three ? at + 1 : at;
            }
        }
    }

    /** Walks over the triples of the graph instead, if they are fewer. */
    private void listed(int s, int p, int o) {
        Graphs graphs = image.graphs();
        int from = graphs.from()[graph];
        int to = graphs.from()[graph + 1];
        if (s != Image.ANY) {
            from = Index.lower(graphs.triples(), from, to, image.spo().start()[s]);
            to = Index.lower(graphs.triples(), from, to, image.spo().start()[s + 1]);
        }
        if (to - from < end - at) {
            by = By.GRAPH;
            wantedSubject = s;
            wantedPredicate = p;
            wantedObject = o;
            first = s;
            at = from;
            end = to;
        }
    }

    /** How many there are at most; as many as there are, unless within a graph. */
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
            if (by == By.GRAPH ? listed() : look()) {
                return true;
            }
        }
        return false;
    }

    private boolean listed() {
        int triple = image.graphs().triples()[at];
        int[] start = image.spo().start();
        if (wantedSubject == Image.ANY) {
            while (start[first + 1] <= triple) {
                first++;
            }
        }
        subject = first;
        predicate = image.spo().second()[triple];
        object = image.spo().third()[triple];
        return (wantedPredicate == Image.ANY || wantedPredicate == predicate)
                && (wantedObject == Image.ANY || wantedObject == object);
    }

    private boolean look() {
        while (index.start()[first + 1] <= at) {
            first++;
        }
        int two = index.second()[at];
        int three = index.third()[at];
        switch (by) {
            case SUBJECT -> set(first, two, three);
            case PREDICATE -> set(three, first, two);
            default -> set(two, three, first);
        }
        return graph == UNION || inGraph();
    }

    private void set(int s, int p, int o) {
        subject = s;
        predicate = p;
        object = o;
    }

    private boolean inGraph() {
        int triple = by == By.SUBJECT ? at : image.spo().place(subject, predicate, object);
        if (graph >= 0) {
            return image.graphs().holds(graph, triple);
        }
        graphAt = image.graphs().start()[triple];
        graphEnd = image.graphs().start()[triple + 1];
        found = image.graphs().graphs()[graphAt++];
        return true;
    }
}
