package org.zhice.store.image;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.zhice.store.guard.Patterns.Pattern;

/**
 * A pattern as numbers. A slot is the number of a term, or below zero a column of rows: -1 is column 0.
 *
 * @param columns the variables
 * @param triples for each triple the slots of subject, predicate and object
 * @param graph the slot of the name of the graph, or {@link #UNION}
 * @param possible whether all terms are terms of the release
 */
@SuppressWarnings("ArrayRecordComponent") // compared with none
record Slots(List<Var> columns, int[][] triples, int graph, boolean possible) {
    /** All graphs as one. */
    static final int UNION = Integer.MIN_VALUE;

    private static final int MISSING = Integer.MIN_VALUE + 1;

    static Slots of(Terms terms, Pattern wanted) {
        BasicPattern pattern = wanted.triples();
        List<Var> columns = new ArrayList<>();
        boolean possible = true;
        int[][] triples = new int[pattern.size()][];
        for (int i = 0; i < triples.length; i++) {
            Triple triple = pattern.get(i);
            triples[i] = new int[] {
                slot(terms, triple.getSubject(), columns),
                slot(terms, triple.getPredicate(), columns),
                slot(terms, triple.getObject(), columns)
            };
            possible &= triples[i][0] != MISSING && triples[i][1] != MISSING && triples[i][2] != MISSING;
        }
        boolean isUnion = wanted.isPlain() || Quad.isUnionGraph(wanted.graph());
        int place = isUnion ? UNION : slot(terms, wanted.graph(), columns);
        return new Slots(columns, triples, place, possible && place != MISSING);
    }

    private static int slot(Terms terms, Node node, List<Var> columns) {
        if (!Var.isVar(node)) {
            int number = terms.number(node);
            return number == Terms.NONE ? MISSING : number;
        }
        Var column = Var.alloc(node);
        if (!columns.contains(column)) {
            columns.add(column);
        }
        return -1 - columns.indexOf(column);
    }

    /** What a row has in a slot; {@link Image#ANY} if nothing yet. */
    static int value(int slot, int[] row) {
        return slot >= 0 ? slot : row[-1 - slot];
    }
}
