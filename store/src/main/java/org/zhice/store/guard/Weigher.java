package org.zhice.store.guard;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;

/**
 * The bytes that rows take, nearly. Many rows share their terms: each term counts once. Which were there before is remembered
 * by a part of their identity only, so that remembering costs little; of many terms some are forgotten to be counted.
 */
final class Weigher {
    private static final int ROW = 48;
    private static final int COLUMN = 32;
    private static final int TERM = 72;
    private static final int SLOTS = 1 << 20;
    private static final int PART = 1 << 11;

    /** Most queries hold little, so a part of the slots is made when it is needed. */
    private final long[][] seen = new long[SLOTS / PART][];

    long row(Binding row) {
        long[] bytes = {ROW};
        row.forEach((column, term) -> bytes[0] += COLUMN + term(term));
        return bytes[0];
    }

    long term(Node term) {
        return isNew(System.identityHashCode(term)) ? whole(term) : 0;
    }

    /** Of a term that is held only if no equal one is. */
    long distinct(Node term) {
        return isNew(term.hashCode()) ? COLUMN + whole(term) : 0;
    }

    /** Of a row, likewise. */
    long distinct(Binding row) {
        return isNew(row.hashCode()) ? row(row) : 0;
    }

    private boolean isNew(int identity) {
        int slot = (identity ^ identity >>> 20) & SLOTS - 1;
        if (seen[slot / PART] == null) {
            seen[slot / PART] = new long[PART / Long.SIZE];
        }
        long[] part = seen[slot / PART];
        int word = slot % PART / Long.SIZE;
        long bit = 1L << slot;
        boolean isNew = (part[word] & bit) == 0;
        part[word] |= bit;
        return isNew;
    }

    private static long whole(Node term) {
        return TERM + 2L * length(term);
    }

    /** In characters. */
    static int length(Node term) {
        return term.isLiteral()
                ? term.getLiteralLexicalForm().length()
                : term.isURI() ? term.getURI().length() : TERM;
    }
}
