package org.zhice.store.image;

import java.util.Arrays;

/**
 * Which graphs hold which triples. Graphs are numbered among themselves.
 *
 * @param names the number that the name of each graph has among the terms, ascending
 * @param start for each triple, where its graphs begin
 * @param graphs of all triples one after the other
 * @param from for each graph, where its triples begin
 * @param triples of all graphs one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // compared with none
record Graphs(int[] names, int[] start, int[] graphs, int[] from, int[] triples) {
    /** From the triple and the name of the graph of each quad, sorted by both. */
    static Graphs of(int[] triple, int[] name, int count) {
        int[] names = Arrays.stream(name).sorted().distinct().toArray();
        int[] graph =
                Arrays.stream(name).map(one -> Arrays.binarySearch(names, one)).toArray();
        return new Graphs(
                names,
                Index.starts(triple, count),
                graph,
                Index.starts(graph, names.length),
                Index.picked(triple, Index.sorted(graph, null, names.length)));
    }

    /** The graph with this name, or {@link Terms#NONE}. */
    int graph(int name) {
        int at = Arrays.binarySearch(names, name);
        return at < 0 ? Terms.NONE : at;
    }

    boolean holds(int graph, int triple) {
        for (int at = start[triple]; at < start[triple + 1]; at++) {
            if (graphs[at] == graph) {
                return true;
            }
        }
        return false;
    }
}
