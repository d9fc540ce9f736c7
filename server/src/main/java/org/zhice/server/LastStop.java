package org.zhice.server;

import java.time.Duration;

/**
 * The end of a process that was asked to end: a thread that hangs cannot be ended, and would keep it from ending for as long
 * as it hangs.
 */
public final class LastStop {
    private static final int TERMINATED = 143;
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private LastStop() {}

    /** Ends the process so long after it was asked to end, and some seconds for closing, if it has not ended by then. */
    public static void within(Duration stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> watch(stop.plus(CLOSING))));
    }

    private static void watch(Duration patience) {
        Thread end = new Thread(() -> {
            try {
                Thread.sleep(patience.toMillis());
                Runtime.getRuntime().halt(TERMINATED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        end.setDaemon(true);
        end.start();
    }
}
