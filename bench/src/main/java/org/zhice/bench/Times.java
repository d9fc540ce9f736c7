package org.zhice.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations of one thing done several times, in milliseconds. */
final class Times {
    private final List<Double> millis = new ArrayList<>();

    /** Work that may throw anything. */
    interface Work {
        void run() throws Exception;
    }

    /** Does the work once and keeps how long it took. */
    void add(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        millis.add((System.nanoTime() - start) / 1e6);
    }

    /** Takes over what another has measured. */
    void addAll(Times others) {
        millis.addAll(others.millis);
    }

    int count() {
        return millis.size();
    }

    double median() {
        return percentile(50);
    }

    /** By nearest rank. */
    double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
