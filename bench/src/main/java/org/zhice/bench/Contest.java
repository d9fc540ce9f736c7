package org.zhice.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Servers that are asked for the same bytes in turn, each by several connections at once.
 *
 * @param clients how many connections
 * @param turn how long one server is asked before the next
 */
record Contest(int clients, Duration turn) {
    /** Turns until all are compiled. */
    private static final int WARM_UP = 3;

    /**
     * A server.
     *
     * @param process null if it is not known
     */
    record Side(String name, int port, ProcessHandle process) {
        /** Of the process and of those that it works by. */
        private Duration cpu() {
            return process == null
                    ? Duration.ZERO
                    : Stream.concat(Stream.of(process), process.descendants())
                            .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                            .reduce(Duration.ZERO, Duration::plus);
        }
    }

    /** What came of the turns of one server. */
    static final class Score {
        private final Times times = new Times();
        private final List<Double> rates = new ArrayList<>();
        private long requests;
        private long bytes;
        private Duration cpu = Duration.ZERO;

        Times times() {
            return times;
        }

        /** Of a body. */
        long bytes() {
            return bytes / requests;
        }

        double rate() {
            return median(rates);
        }

        double microsOfCpu() {
            return cpu.toNanos() / 1e3 / requests;
        }
    }

    /** Prints a line for each, and the ratios of the first to each other. */
    void run(String kind, Map<Side, List<byte[]>> requests, int rounds) throws Exception {
        Map<Side, Score> scores = new LinkedHashMap<>();
        requests.keySet().forEach(side -> scores.put(side, new Score()));
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Side side : requests.keySet()) {
                turn(side, requests.get(side), round < 0 ? new Score() : scores.get(side));
            }
        }
        Side first = scores.keySet().iterator().next();
        System.out.printf("%n%s (%d answers)%n", kind, requests.get(first).size());
        scores.forEach((side, score) -> report(side.name(), score));
        Score ours = scores.remove(first);
        scores.forEach((side, score) -> System.out.printf(
                "%s / %s: ratio of rates %.2f, of CPU a request %.2f, p99 %+.2f ms%n",
                first.name(),
                side.name(),
                ours.rate() / score.rate(),
                ours.microsOfCpu() / score.microsOfCpu(),
                ours.times.percentile(99) - score.times.percentile(99)));
    }

    private static void report(String name, Score score) {
        System.out.printf(
                "  %-8s %,8.0f requests/s, CPU %5.1f µs a request, p50 %.2f ms, p99 %.2f ms%n",
                name, score.rate(), score.microsOfCpu(), score.times.median(), score.times.percentile(99));
    }

    /** Asks one of them for the time of a turn, and adds what came of it to its score. */
    void turn(Side side, List<byte[]> requests, Score score) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        Duration before = side.cpu();
        long begin = System.nanoTime();
        List<Callable<Times>> rides = new ArrayList<>();
        AtomicLong bytes = new AtomicLong();
        for (int client = 0; client < clients; client++) {
            int first = client;
            rides.add(() -> ride(side.port(), requests, first, begin + turn.toNanos(), bytes));
        }
        int done = 0;
        for (Future<Times> ride : threads.invokeAll(rides)) {
            done += ride.get().count();
            score.times.addAll(ride.get());
        }
        score.rates.add(done / ((System.nanoTime() - begin) / 1e9));
        score.requests += done;
        score.bytes += bytes.get();
        score.cpu = score.cpu.plus(side.cpu()).minus(before);
        threads.shutdown();
    }

    private static Times ride(int port, List<byte[]> requests, int first, long end, AtomicLong bytes) throws Exception {
        Times times = new Times();
        try (Rider rider = new Rider(port, first)) {
            for (int i = first; System.nanoTime() < end; i++) {
                byte[] request = requests.get(i % requests.size());
                times.add(() -> bytes.addAndGet(rider.ask(request)));
                if (!rider.isGood()) {
                    throw new IllegalStateException("not every answer has status 200: " + rider.last());
                }
            }
        }
        return times;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
