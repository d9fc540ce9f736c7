package org.zhice.store.image;

import org.apache.jena.atlas.iterator.IteratorSlotted;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NullIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/** One graph of an image, or all as one. */
final class ImageGraph extends GraphBase {
    private final Image image;
    private final int graph;

    /** @param graph its number among graphs, or {@link Cursor#UNION} */
    ImageGraph(Image image, int graph) {
        this.image = image;
        this.graph = graph;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        int subject = number(pattern.getMatchSubject());
        int predicate = number(pattern.getMatchPredicate());
        int object = number(pattern.getMatchObject());
        if (subject == Terms.NONE || predicate == Terms.NONE || object == Terms.NONE) {
            return NullIterator.instance();
        }
        Cursor cursor = new Cursor(image);
        cursor.open(subject, predicate, object, graph);
        return WrappedIterator.create(new IteratorSlotted<Triple>() {
            @Override
            protected Triple moveToNext() {
                return cursor.next() ? cursor.triple() : null;
            }

            @Override
            protected boolean hasMore() {
                return true;
            }
        });
    }

    private int number(Node node) {
        return node == null || !node.isConcrete() ? Image.ANY : image.terms().number(node);
    }
}
