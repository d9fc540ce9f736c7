package org.zhice.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.http.auth.AuthEnv;
import org.zhice.store.Limits;
import org.zhice.store.remote.RemoteLoad;

/** Virtuoso as it comes from Debian, in a folder of its own, with its own user and password: another engine, written in C. */
final class VirtuosoHost implements AutoCloseable {
    static final String USER = "dba";

    /** More rows than any answer of the tests has. */
    static final int ALL = 10_000_000;

    private static final String CONFIGURATION = """
            [Database]
            DatabaseFile = virtuoso.db
            ErrorLogFile = virtuoso.log
            LockFile = virtuoso.lck
            TransactionFile = virtuoso.trx
            xa_persistent_file = virtuoso.pxa
            FileExtend = 200
            MaxCheckpointRemap = 2000
            [TempDatabase]
            DatabaseFile = virtuoso-temp.db
            TransactionFile = virtuoso-temp.trx
            MaxCheckpointRemap = 2000
            [Parameters]
            DirsAllowed = .
            ServerPort = %d
            ServerThreads = 10
            NumberOfBuffers = 20000
            MaxDirtyBuffers = 15000
            MaxSortedTopRows = 1000000
            [HTTPServer]
            ServerPort = %d
            ServerThreads = 10
            [SPARQL]
            ResultSetMaxRows = %d
            """;

    private final Path folder;
    private final Process process;
    private final int sql;
    private final URI url;

    private VirtuosoHost(Path folder, Process process, int sql, URI url) {
        this.folder = folder;
        this.process = process;
        this.sql = sql;
        this.url = url;
    }

    static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/virtuoso-t"));
    }

    /**
     * Another program, or a client of one, can take a free port before Virtuoso does: then it tries others.
     *
     * @param rows the most that it answers; it cuts the rest off
     */
    static VirtuosoHost start(Path folder, int rows) throws IOException, InterruptedException {
        List<String> told = new ArrayList<>();
        for (String name : List.of("first", "second", "third")) {
            VirtuosoHost host = tryIn(Files.createDirectory(folder.resolve(name)), rows);
            if (host.isUp()) {
                return host;
            }
            host.close();
            told.add(Files.readString(host.folder.resolve("out.log")));
        }
        throw new IOException("Virtuoso does not start: " + told);
    }

    private static VirtuosoHost tryIn(Path folder, int rows) throws IOException {
        int sql = freePort();
        int http = freePort();
        Files.writeString(folder.resolve("virtuoso.ini"), CONFIGURATION.formatted(sql, http, rows));
        Process process = new ProcessBuilder("virtuoso-t", "+foreground", "+configfile", "virtuoso.ini")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        return new VirtuosoHost(folder, process, sql, URI.create("http://localhost:" + http + "/sparql"));
    }

    private boolean isUp() throws InterruptedException {
        for (int i = 0; i < 600 && process.isAlive(); i++) {
            if (answers()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url + "?query=ASK%7B%7D")).build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    URI url() {
        return url;
    }

    /** Loads files of N-Quads as {@code zhice load} does. */
    RemoteLoad.Outcome load(List<Path> nquads, Limits limits) {
        return RemoteLoad.load(nquads, url, graphStore(), limits, (step, done, total) -> {});
    }

    /** Compares files of N-Quads as {@code zhice load --loaded} does. */
    RemoteLoad.Outcome compare(List<Path> nquads, Limits limits) {
        return RemoteLoad.compare(nquads, url, graphStore(), limits, (step, done, total) -> {});
    }

    /** For whom it knows. */
    private URI graphStore() {
        AuthEnv.get().registerUsernamePassword(url.resolve("/"), USER, USER);
        return RemoteLoad.graphStore(url).orElseThrow();
    }

    /** Loads files of N-Quads by its own loader, as docs/scale.md says. */
    void bulkLoad(List<Path> nquads) throws IOException, InterruptedException {
        Path bulk = Files.createDirectory(folder.resolve("bulk"));
        for (Path file : nquads) {
            Files.copy(file, bulk.resolve(file.getFileName()));
        }
        sql("ld_dir('bulk', '*.nq', 'urn:x');", "rdf_loader_run();", "checkpoint;");
    }

    private void sql(String... statements) throws IOException, InterruptedException {
        for (String statement : statements) {
            Process isql = new ProcessBuilder("isql-vt", "localhost:" + sql, USER, USER, "exec=" + statement)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(isql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (isql.waitFor() != 0 || said.contains("Error")) {
                throw new IOException(said);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
