package org.zhice.store.tdb;

import org.apache.jena.sys.JenaSubsystemLifecycle;

/**
 * Lets TDB2 keep numbers and dates as they are printed, 0.50 as 0.50 and 20 as 20, so that a store and its dump agree. TDB2
 * would keep their values in place of the terms; this is asked once, when it starts, so it is told before.
 */
public final class PrintedNumbers implements JenaSubsystemLifecycle {
    private static final String INLINE = "org.apache.jena.tdb.store.enableInlineLiterals";
    private static final int BEFORE_TDB2 = 41;

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
