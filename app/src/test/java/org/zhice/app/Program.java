package org.zhice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The packaged program in a process of its own. */
final class Program implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final int port;

    private Program(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts a command in a folder, with a free port for the word PORT, and waits until it answers. */
    static Program serve(Path folder, List<String> command) throws IOException {
        return serve(folder, command, freePort());
    }

    /** Likewise at a port that is free. */
    static Program serve(Path folder, List<String> command, int port) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.replaceAll(word -> word.equals("PORT") ? String.valueOf(port) : word);
        Path log = Files.createTempFile("zhice", ".log");
        Process process = new ProcessBuilder(whole)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Program program = new Program(process, log, port);
        program.await();
        return program;
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** The process itself, or what the start script became. */
    long pid() {
        return process.pid();
    }

    int port() {
        return port;
    }

    String get(String path, String accept) {
        return send(HttpRequest.newBuilder(URI.create(url() + path)).header("Accept", accept))
                .body();
    }

    /** Asks the process to end and tells its exit code. */
    int stop() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
        return process.exitValue();
    }

    /** Ends the server below the start script as a lack of memory would, and waits until the next one answers. */
    void crash() throws IOException {
        ProcessHandle server = servers().findFirst().orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
        await();
    }

    /** Ends the start script at once, so that it can end nothing itself, and waits for the server to follow. */
    void orphan() throws InterruptedException, ExecutionException, TimeoutException {
        ProcessHandle server = servers().findFirst().orElseThrow();
        process.destroyForcibly();
        server.onExit().get(60, TimeUnit.SECONDS);
    }

    /** Of a processor, what it and all below it have used so far. */
    Duration cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether anybody answers at its port. */
    boolean isServing() {
        return answers();
    }

    /** What it has written so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    private Stream<ProcessHandle> servers() {
        return process.descendants()
                .filter(one -> one.info().command().orElse("").endsWith("java"));
    }

    @Override
    public void close() {
        kill();
    }

    /** The start script and the server below it. */
    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void await() throws IOException {
        Instant end = Instant.now().plus(START);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                kill();
                throw new IllegalStateException("no answer from the program: " + Files.readString(log));
            }
            pause();
        }
    }

    private boolean answers() {
        try {
            return send(HttpRequest.newBuilder(URI.create(url() + "/healthz"))).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
