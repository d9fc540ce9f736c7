package org.zhice.store.guard;

import org.apache.jena.sparql.engine.binding.Binding;

/** What one step of a query holds in memory: rows to be sorted, groups, a table to be joined with, an answer. */
public final class Holding {
    /** So many bytes are counted at a time, for counting costs time too. */
    private static final long STEP = 1 << 14;

    private final QueryMeter meter;
    private long bytes;
    private long pending;

    Holding(QueryMeter meter) {
        this.meter = meter;
    }

    /** Holds a row more. */
    public void add(Binding row) {
        add(meter.weigher().row(row));
    }

    /**
     * Holds bytes more.
     *
     * @throws org.zhice.store.QueryCostException if that is too much
     */
    void add(long more) {
        pending += more;
        if (pending >= STEP) {
            meter.hold(pending);
            bytes += pending;
            pending = 0;
        }
    }

    void release() {
        meter.release(bytes);
        bytes = 0;
        pending = 0;
    }
}
