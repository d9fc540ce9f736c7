package org.zhice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that take all they can get of a server: slow ones, idle ones, and those with heavy queries. */
final class Crowd implements AutoCloseable {
    private static final String ROWS = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 90000";
    private static final String HEAVY =
            "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y FILTER(STRLEN(STR(?x)) + STRLEN(STR(?y)) = 7) }";
    private static final int STEP_MILLIS = 400;

    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new ArrayList<>();
    private final Map<Integer, AtomicInteger> heavy = new ConcurrentHashMap<>();
    private volatile boolean over;

    Crowd(int port) {
        this.port = port;
    }

    /** Clients that begin a body and go on with a byte now and then; whoever is thrown out comes again. */
    Crowd slowSenders(int count) {
        return each(count, () -> {
            Socket socket = connect();
            write(
                    socket,
                    String.join(
                            "\r\n",
                            "POST /sparql HTTP/1.1",
                            "Host: localhost",
                            "Content-Type: application/sparql-query",
                            "Content-Length: 100000",
                            "",
                            ""));
            while (!over) {
                write(socket, "#");
                pause();
            }
        });
    }

    /** Clients that ask for much and read a little now and then. */
    Crowd slowReaders(int count) {
        return each(count, () -> {
            Socket socket = connect();
            socket.setReceiveBufferSize(4_096);
            write(
                    socket,
                    "GET /sparql?query=" + encoded(ROWS) + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n");
            while (!over && socket.getInputStream().read(new byte[64]) >= 0) {
                pause();
            }
        });
    }

    /** Connections on which nothing is said. */
    Crowd idle(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            connect();
        }
        return this;
    }

    /** Connections on which headers begin and do not end, as far as the server takes them. */
    Crowd endlessHeaders(int count, int bytes) throws IOException {
        String headers = "GET / HTTP/1.1\r\nHost: localhost\r\nX-Mark: " + "𠮷".repeat(bytes / 4);
        for (int i = 0; i < count; i++) {
            Socket socket = connect();
            try {
                socket.getOutputStream().write(headers.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // Told that it is too long, and closed.
                socket.close();
            }
        }
        return this;
    }

    /** Clients that ask what takes longer than it may, each another query: equal ones are answered as one. */
    Crowd heavy(int count) {
        HttpClient http = HttpClient.newHttpClient();
        AtomicInteger number = new AtomicInteger(7);
        return each(count, () -> {
            String query = HEAVY.replace("= 7", "= " + number.getAndIncrement());
            URI uri = URI.create("http://127.0.0.1:" + port + "/sparql?query=" + encoded(query));
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            heavy.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                    .incrementAndGet();
            pause();
        });
    }

    /** What the heavy queries got, by status. */
    Map<Integer, AtomicInteger> heavyAnswers() {
        return heavy;
    }

    private interface Client {
        void act() throws IOException, InterruptedException;
    }

    private Crowd each(int count, Client client) {
        for (int i = 0; i < count; i++) {
            threads.execute(() -> again(client));
        }
        return this;
    }

    private void again(Client client) {
        while (!over) {
            try {
                client.act();
            } catch (IOException e) {
                // Thrown out: comes again.
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(8_192);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        synchronized (sockets) {
            sockets.add(socket);
        }
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
