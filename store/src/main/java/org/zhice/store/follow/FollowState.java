package org.zhice.store.follow;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How it goes with following, for who watches a server; to be asked from any thread. */
public final class FollowState {
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final LongAdder fetched = new LongAdder();
    private volatile Instant checked = Instant.EPOCH;
    private volatile Trouble trouble;

    FollowState() {}

    /** Why the newest release is not taken; empty if it is, as far as is known. */
    public Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }

    /** Tries that failed since the last that did not. */
    public int failures() {
        return failures.get();
    }

    /** Releases that were taken since the start. */
    public int taken() {
        return taken.get();
    }

    /** Bytes that were fetched since the start. */
    public long fetched() {
        return fetched.sum();
    }

    /** When it was last certain that the newest release is here, in seconds since 1970; 0 if never. */
    public double checked() {
        return checked.getEpochSecond();
    }

    LongAdder counter() {
        return fetched;
    }

    void took() {
        taken.incrementAndGet();
    }

    void succeeded() {
        checked = Instant.now();
        failures.set(0);
        trouble = null;
    }

    /** Whether it is another trouble than before. */
    boolean failed(Trouble met) {
        boolean isOther = !met.equals(trouble);
        failures.incrementAndGet();
        trouble = met;
        return isOther;
    }
}
