package org.zhice.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A standalone cluster of Spark on this machine: a master and workers of one core each, all of them processes of their own. */
final class Cluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);
    private static final int LOOK_MILLIS = 100;

    private final Path folder;
    private final Path jar;
    private final String address;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();

    /**
     * Starts it.
     *
     * @param folder where it writes
     * @param jar ours
     */
    Cluster(Path folder, Path jar, int size) throws IOException {
        this.folder = folder;
        this.jar = jar;
        SparkJars.link(Files.createDirectory(folder.resolve("jars")), jar);
        int port = freePort();
        this.address = "spark://" + HOST + ":" + port;
        start("master", "org.apache.spark.deploy.master.Master", "--port", port, "--webui-port", 0);
        for (int i = 1; i <= size; i++) {
            Path work = folder.resolve("worker-" + i);
            workers.add(start(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--cores",
                    1,
                    "--memory",
                    "1g",
                    "--webui-port",
                    0,
                    "--work-dir",
                    work,
                    address));
        }
        await(() -> count(log("master"), "Registering worker") == size, "workers in " + folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Process start(String name, String main, Object... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                folder.resolve("jars") + "/*"));
        command.addAll(SparkJars.opens());
        command.addAll(List.of(main, "--host", HOST));
        Stream.of(args).map(Object::toString).forEach(command::add);
        return run(name, command);
    }

    private Process run(String name, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_HOME", folder.toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(log(name).toFile())
                .start();
        processes.add(process);
        return process;
    }

    /**
     * What {@code spark-submit} does with our jar.
     *
     * @param log where its words go
     */
    Process submit(String log, Object... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                folder.resolve("jars") + "/*"));
        command.addAll(SparkJars.opens());
        command.addAll(List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                address,
                "--executor-memory",
                "768m",
                "--conf",
                "spark.driver.host=" + HOST,
                "--conf",
                "spark.ui.enabled=false",
                jar.toString()));
        Stream.of(args).map(Object::toString).forEach(command::add);
        return run(log, command);
    }

    /** Where the words of a process go. */
    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** Whether a process has said some words. */
    boolean says(String name, String words) {
        return count(log(name), words) > 0;
    }

    /** How many tasks the executors of a worker have finished. */
    long finished(int worker) {
        try (Stream<Path> logs = Files.walk(folder.resolve("worker-" + worker))) {
            return logs.filter(log -> log.endsWith("stderr"))
                    .mapToLong(log -> count(log, "Finished task"))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** Kills a worker with all that it has started, as a machine that loses its power. */
    void kill(int worker) {
        Process process = workers.get(worker - 1);
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private static long count(Path log, String words) {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.contains(words)).count();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
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
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
    }
}
