package org.zhice.store.image;

/**
 * Which graphs hold which triples. Graphs are numbered among themselves, triples by their place in the index that begins with
 * subjects.
 *
 * @param names the number that the name of each graph has among the terms, ascending
 * @param start for each triple, where its graphs begin
 * @param graphs of all triples one after the other
 * @param from for each graph, where its triples begin
 * @param triples of all graphs one after the other, ascending within each
 */
@SuppressWarnings("ArrayRecordComponent") // compared with none
record Graphs(int[] names, int[] start, int[] graphs, int[] from, int[] triples) {
    /** From the triple and the graph of each quad, sorted by both. */
    static Graphs of(int[] names, int[] triple, int[] graph, int count) {
        int[] start = new int[count + 1];
        int[] from = new int[names.length + 1];
        for (int i = 0; i < triple.length; i++) {
            start[triple[i] + 1]++;
            from[graph[i] + 1]++;
        }
        sum(start);
        sum(from);
        return new Graphs(names, start, graph, from, Index.picked(triple, Index.sorted(graph, null, names.length)));
    }

    private static void sum(int[] counts) {
        for (int i = 1; i < counts.length; i++) {
            counts[i] += counts[i - 1];
        }
    }

    /** The graph with this name, or {@link Terms#NONE}. */
    int graph(int name) {
        int at = Index.lower(names, 0, names.length, name);
        return at < names.length && names[at] == name ? at : Terms.NONE;
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
