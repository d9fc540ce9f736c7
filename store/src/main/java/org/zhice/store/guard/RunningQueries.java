package org.zhice.store.guard;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * All queries of this process that run now. One thread looks at them: ARQ's own alarm waits until a query is planned and its
 * first step is done, which may never be.
 */
public final class RunningQueries {
    private static final long LOOK_MILLIS = 100;

    /** What a query gets to notice that it is over, before it counts as one that does not end. */
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final Set<QueryMeter> RUNNING = ConcurrentHashMap.newKeySet();
    private static final AtomicLong HELD = new AtomicLong();

    static {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "query-watch");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused =
                watch.scheduleWithFixedDelay(RunningQueries::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private RunningQueries() {}

    static void add(QueryMeter query) {
        RUNNING.add(query);
    }

    static void remove(QueryMeter query) {
        RUNNING.remove(query);
    }

    /** Never interrupts a thread: that would close the files of the store under all others. */
    private static void look() {
        RUNNING.forEach(QueryMeter::endIfLate);
    }

    /** How many run. */
    public static int count() {
        return RUNNING.size();
    }

    /** How many are still at work five seconds after their time was up. More than none is a fault of the program. */
    public static int overdue() {
        return (int)
                RUNNING.stream().filter(query -> query.late() > GRACE_NANOS).count();
    }

    /** The bytes of rows that they hold, as far as they are counted. */
    public static long heldBytes() {
        return HELD.get();
    }

    /**
     * Counts bytes that are held from now on.
     *
     * @return whether all together hold no more than allowed; if not, nothing was counted
     */
    static boolean hold(long bytes, long allowed) {
        if (HELD.addAndGet(bytes) <= allowed) {
            return true;
        }
        HELD.addAndGet(-bytes);
        return false;
    }

    static void release(long bytes) {
        HELD.addAndGet(-bytes);
    }
}
