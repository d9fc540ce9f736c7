package org.zhice.app.progress;

import java.io.PrintWriter;
import java.util.function.Supplier;

/** Work of unknown length: on a terminal, after a second, a line counts the seconds until it is done. */
public final class Waiting {
    private static final String ERASE = "\r\u001b[K";
    private static final long SECOND = 1_000;

    private Waiting() {}

    /** Does the work, and tells meanwhile. */
    public static <T> T during(PrintWriter err, Supplier<T> work) {
        if (!Boolean.getBoolean("zhice.terminal")) {
            return work.get();
        }
        Thread clock = new Thread(() -> count(err), "waiting");
        clock.setDaemon(true);
        clock.start();
        try {
            return work.get();
        } finally {
            clock.interrupt();
        }
    }

    private static void count(PrintWriter err) {
        for (int seconds = 1; ; seconds++) {
            try {
                Thread.sleep(SECOND);
            } catch (InterruptedException e) {
                err.print(seconds > 1 ? ERASE : "");
                err.flush();
                return;
            }
            err.print(ERASE + "… " + seconds + " s");
            err.flush();
        }
    }
}
