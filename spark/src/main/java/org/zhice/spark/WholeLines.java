package org.zhice.spark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.zhice.loader.build.QuadLine;
import scala.Tuple2;

/** The lines of a release, made of the sorted lines of its parts: one triple after the other, so that nothing is held. */
final class WholeLines implements Iterator<String> {
    private final Iterator<Tuple2<String, String>> parts;
    private Tuple2<String, String> next;
    private Iterator<String> lines = Collections.emptyIterator();

    /** @param parts pairs of triple and graph, sorted by triple */
    WholeLines(Iterator<Tuple2<String, String>> parts) {
        this.parts = parts;
        this.next = step();
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext() || next != null;
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!lines.hasNext()) {
            lines = triple();
        }
        return lines.next();
    }

    private Iterator<String> triple() {
        String triple = next._1();
        List<String> graphs = new ArrayList<>();
        while (next != null && next._1().equals(triple)) {
            graphs.add(next._2());
            next = step();
        }
        return QuadLine.whole(triple, graphs).iterator();
    }

    private Tuple2<String, String> step() {
        return parts.hasNext() ? parts.next() : null;
    }
}
