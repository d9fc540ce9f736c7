package org.zhice.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A standalone cluster of Spark on this machine: a master and workers of one core each, all of them processes of their own. */
final class Cluster implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);
    private static final int LOOK_MILLIS = 100;

    private final Path folder;
    private final Distribution distribution;
    private final String address;
    private final List<Process> workers = new ArrayList<>();

    /** Starts it, and waits until all workers are known. */
    Cluster(Path folder, int size) throws IOException {
        this.folder = folder;
        this.distribution = new Distribution(folder);
        int port = freePort();
        this.address = "spark://" + Distribution.HOST + ":" + port;
        start("master", "org.apache.spark.deploy.master.Master", "--port", port);
        for (int i = 1; i <= size; i++) {
            workers.add(start(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--cores",
                    1,
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve("worker-" + i),
                    address));
        }
        await(
                () -> Distribution.count(distribution.log("master"), "Registering worker") == size,
                "workers in " + folder);
    }

    private Process start(String name, String main, Object... args) throws IOException {
        Stream<Object> all = Stream.concat(Stream.of("--host", Distribution.HOST, "--webui-port", 0), Stream.of(args));
        return distribution.start(name, main, all.toArray());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return address;
    }

    Distribution distribution() {
        return distribution;
    }

    /** How many tasks the executors of a worker have finished. */
    long finished(int worker) {
        try (Stream<Path> logs = Files.walk(folder.resolve("worker-" + worker))) {
            return logs.filter(log -> log.endsWith("stderr"))
                    .mapToLong(log -> Distribution.count(log, "Finished task"))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** Kills a worker with all that it has started, as a machine that loses its power. */
    void kill(int worker) {
        Distribution.kill(workers.get(worker - 1));
    }

    static void await(BooleanSupplier done, String what) {
        long end = System.nanoTime() + PATIENCE;
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        distribution.close();
    }
}
