package org.zhice.store.federation;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.zhice.store.RemoteException;
import org.zhice.store.RemoteException.Kind;

/**
 * The rest that a remote gets after it failed: it is longer with each failure in a row. A remote that said no to one query
 * gets none; another query may do.
 */
final class Rest {
    private static final Set<Kind> TIRING = EnumSet.of(Kind.PRIVATE, Kind.DOWN, Kind.SLOW, Kind.REDIRECT, Kind.BROKEN);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int LONGEST = 6;

    private final String remote;
    private int failures;
    private long until = System.nanoTime();

    Rest(String remote) {
        this.remote = remote;
    }

    /** @throws RemoteException if it rests */
    synchronized void require() {
        long left = until - System.nanoTime();
        if (failures > 0 && left > 0) {
            long seconds = Duration.ofNanos(left).plusMillis(999).toSeconds();
            throw new RemoteException(Kind.RESTING, remote, String.valueOf(seconds));
        }
    }

    synchronized void end() {
        failures = 0;
    }

    synchronized void begin(RemoteException failure) {
        boolean overloaded = failure.kind() == Kind.STATUS && failure.detail().matches("429|5..");
        if (overloaded || TIRING.contains(failure.kind())) {
            until = System.nanoTime()
                    + FIRST.multipliedBy(1L << Math.min(failures, LONGEST)).toNanos();
            failures++;
        }
    }
}
