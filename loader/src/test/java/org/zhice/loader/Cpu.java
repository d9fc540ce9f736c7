package org.zhice.loader;

import java.lang.management.ManagementFactory;

/** Time that a thread works: other tests beside it do not count. */
public final class Cpu {
    private Cpu() {}

    /** How long a piece of work takes this thread, in seconds. */
    public static double seconds(Runnable work) {
        long before = now();
        work.run();
        return (now() - before) / 1e9;
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
