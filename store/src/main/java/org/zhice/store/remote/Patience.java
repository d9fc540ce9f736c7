package org.zhice.store.remote;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** How long an answer may take to its last byte: Java's own limit ends with its head. */
record Patience(Duration most) {
    private static final ScheduledThreadPoolExecutor CLOCK = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "patience");
        thread.setDaemon(true);
        return thread;
    });

    static {
        CLOCK.setRemoveOnCancelPolicy(true);
    }

    /** Begins to count. */
    Watch begin() {
        return new Watch(System.nanoTime() + most.toNanos());
    }

    /** Closes an answer when its time is up. */
    static final class Watch implements AutoCloseable {
        private final long end;
        private volatile boolean late;
        private ScheduledFuture<?> alarm;

        private Watch(long end) {
            this.end = end;
        }

        InputStream over(InputStream body) {
            alarm = CLOCK.schedule(() -> end(body), end - System.nanoTime(), TimeUnit.NANOSECONDS);
            return body;
        }

        private void end(InputStream body) {
            late = true;
            try {
                body.close();
            } catch (IOException e) {
                // who reads it finds it closed in any case
            }
        }

        /** Whether it was ended. */
        boolean isLate() {
            return late;
        }

        @Override
        public void close() {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }
}
