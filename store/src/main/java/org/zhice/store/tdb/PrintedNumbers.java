package org.zhice.store.tdb;

import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.thrift.ThriftConvert;
import org.apache.jena.sys.JenaSubsystemLifecycle;

/**
 * Lets TDB2 keep numbers and dates as they are printed, 0.50 as 0.50 and 20 as 20, so that a store and its dump agree. TDB2
 * would keep their values in place of the terms; this is asked once, when it starts, so it is told before.
 */
public final class PrintedNumbers implements JenaSubsystemLifecycle {
    private static final String INLINE = "org.apache.jena.tdb.store.enableInlineLiterals";
    private static final int BEFORE_TDB2 = 41;

    /**
     * A term as a store gives it back. Only what is printed in no document changes: the sign of +7, zeros before a number, the
     * form of floating-point numbers, and types narrower than xsd:integer. To be asked before a term is written anywhere.
     *
     * @throws IllegalArgumentException if it would have another value, as whole numbers beyond 64 bits would
     */
    public static Node kept(Node term) {
        if (!term.isLiteral()) {
            return term;
        }
        Node kept = ThriftConvert.convert(ThriftConvert.convert(term, true));
        if (!kept.equals(term) && !kept.sameValueAs(term)) {
            throw new IllegalArgumentException("found " + NodeFmtLib.strNT(term)
                    + ", which a store cannot hold; expected a whole number of at most 18 digits");
        }
        return kept;
    }

    @Override
    public void start() {
        System.setProperty(INLINE, "false");
    }

    @Override
    public void stop() {}

    @Override
    public int level() {
        return BEFORE_TDB2;
    }
}
