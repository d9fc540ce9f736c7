package org.zhice.store.guard;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.zhice.store.Limits;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.QueryLimits;
import org.zhice.store.Terms;

/** The time of one query and the bytes that it holds. One thread runs the query; the watch looks in from another. */
public final class QueryMeter implements AutoCloseable {
    private static final Symbol METER = Symbol.create(Terms.BASE + "context#meter");

    private final Limits limits;
    private final AtomicBoolean cancel;
    private final Weigher weigher = new Weigher();
    private final long start = System.nanoTime();
    private volatile long allowedNanos;
    private long held;
    private long answered;

    private QueryMeter(Limits limits, AtomicBoolean cancel) {
        this.limits = limits;
        this.cancel = cancel;
        this.allowedNanos = limits.firstRow().toNanos();
    }

    /** Begins to measure a query that runs in this context; to be closed when the query ends. */
    public static QueryMeter open(Limits limits, Context context) {
        QueryMeter meter = new QueryMeter(limits, Context.getOrSetCancelSignal(context));
        context.set(METER, meter);
        RunningQueries.add(meter);
        return meter;
    }

    /** The meter of the query that runs in this context; a new one if nobody has opened any. */
    public static QueryMeter of(Context context, Limits limits) {
        QueryMeter meter = context.get(METER);
        return meter == null ? new QueryMeter(limits, Context.getOrSetCancelSignal(context)) : meter;
    }

    /** Ends the measuring of the query that ran in this context, if there was one. */
    public static void close(Context context) {
        QueryMeter meter = context.get(METER);
        if (meter != null) {
            meter.close();
        }
    }

    /** The answer is whole: it is still held while it is sent, but no longer worked at. */
    public void done() {
        RunningQueries.remove(this);
    }

    /** Counts the rows of an answer, which are held until the query is closed. */
    public Consumer<Binding> rows() {
        Holding holding = holding();
        return row -> {
            firstRow();
            holding.add(row);
            row.forEach((column, term) -> answers(term));
        };
    }

    /** Counts a term of the answer, which is written as often as it comes though it is held once. */
    void answers(Node term) {
        answered += Weigher.length(term);
        if (answered > limits().answerCharacters()) {
            throw new QueryCostException(Cost.ANSWER, limits().answerCharacters());
        }
    }

    /** There is a row: the query has its whole time from now on. */
    void firstRow() {
        allowedNanos = limits.total().toNanos();
    }

    /** @throws QueryCancelledException if the time is up */
    void check() {
        if (cancel.get() || late() > 0) {
            cancel.set(true);
            throw new QueryCancelledException();
        }
    }

    /**
     * What a failure of the query means. A join of ARQ that is ended in its middle can fall over what it has not yet made.
     *
     * @param e what ended the query
     * @return the same, or that its time was up
     */
    public RuntimeException meant(RuntimeException e) {
        return cancel.get() && e instanceof NullPointerException ? new QueryCancelledException() : e;
    }

    /** How many nanoseconds it is beyond its time. */
    long late() {
        return System.nanoTime() - start - allowedNanos;
    }

    void endIfLate() {
        if (late() > 0) {
            cancel.set(true);
        }
    }

    QueryLimits limits() {
        return limits.query();
    }

    Weigher weigher() {
        return weigher;
    }

    /** A part of what the query holds, to be let go of by itself. */
    Holding holding() {
        return new Holding(this);
    }

    /** @throws QueryCostException if the query, or all of them together, would hold more than they may */
    void hold(long bytes) {
        if (held + bytes > limits().heldBytes()) {
            throw new QueryCostException(Cost.HELD, limits().heldBytes());
        }
        if (!RunningQueries.hold(bytes, limits().allHeldBytes())) {
            throw new QueryCostException(Cost.SHARED, limits().allHeldBytes());
        }
        held += bytes;
    }

    void release(long bytes) {
        held -= bytes;
        RunningQueries.release(bytes);
    }

    @Override
    public void close() {
        release(held);
        RunningQueries.remove(this);
    }
}
