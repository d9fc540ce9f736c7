package org.zhice.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Virtuoso as it comes from Debian, in a folder of its own, with its own user and password: another engine, written in C. */
final class VirtuosoHost implements AutoCloseable {
    static final String USER = "dba";

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

    private final Process process;
    private final URI url;

    private VirtuosoHost(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static boolean isInstalled() {
        return Files.isExecutable(Path.of("/usr/bin/virtuoso-t"));
    }

    /** @param rows the most that it answers; it cuts the rest off */
    static VirtuosoHost start(Path folder, int rows) throws IOException, InterruptedException {
        int http = freePort();
        Files.writeString(folder.resolve("virtuoso.ini"), CONFIGURATION.formatted(freePort(), http, rows));
        Process process = new ProcessBuilder("virtuoso-t", "+foreground", "+configfile", "virtuoso.ini")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        VirtuosoHost host = new VirtuosoHost(process, URI.create("http://localhost:" + http + "/sparql"));
        for (int i = 0; i < 600 && !host.answers(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return host;
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
