package org.zhice.server.cache;

import java.util.ArrayList;
import java.util.List;

/** An answer that is being made, and who waits for it without a thread. */
final class Flight {
    private final List<Waiter> waiters = new ArrayList<>();
    private boolean landed;

    /** Whether it was not too late. */
    synchronized boolean join(Waiter waiter) {
        if (!landed) {
            waiters.add(waiter);
        }
        return !landed;
    }

    /** Those who wait; from now on nobody does. */
    synchronized List<Waiter> land() {
        landed = true;
        return List.copyOf(waiters);
    }
}
