package org.zhice.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zhice.loader.input.Home;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.tdb.StoreFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Answers that are kept, from a server as it is shipped, beside the same bytes as files of Jetty alone and of nginx; each in a process of its
 * own with the same heap, asked in turn.
 */
@Command(name = "cache", description = "Kept answers of ./zhice serve beside static files of Jetty and nginx")
final class CacheBench implements Callable<Integer> {
    private static final int TRIES = 4;
    private static final String BROWSER =
            "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\nAccept-Language: en\r\nAccept-Encoding: gzip\r\n";
    private static final String PROGRAM = "Accept: application/sparql-results+json\r\nAccept-Encoding: gzip\r\n";

    @Parameters(index = "0", description = "The checkout, built and with a store")
    Path checkout;

    @Option(names = "--clients", defaultValue = "8", description = "Connections (default 8)")
    int clients;

    @Option(names = "--rounds", defaultValue = "10", description = "Rounds of both in turn (default 10)")
    int rounds;

    @Option(names = "--seconds", defaultValue = "2", description = "Of each in a round (default 2)")
    int seconds;

    private final List<Process> started = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("zhice-bench");
        try {
            measure(folder);
        } finally {
            started.forEach(process -> {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            });
            StoreFiles.delete(folder);
        }
        return 0;
    }

    private void measure(Path folder) throws Exception {
        int zhice = zhice();
        Map<String, List<byte[]>> ours = asked(zhice);
        Map<String, List<String>> files = new LinkedHashMap<>();
        for (String kind : ours.keySet()) {
            files.put(kind, copies(folder, kind, zhice, ours.get(kind)));
        }
        Contest.Side kept = new Contest.Side("kept", zhice, server(started.get(0)));
        List<Contest.Side> peers = peers(folder);
        Contest contest = new Contest(clients, Duration.ofSeconds(seconds));
        for (String kind : ours.keySet()) {
            Map<Contest.Side, List<byte[]>> sides = new LinkedHashMap<>();
            sides.put(kept, ours.get(kind));
            peers.forEach(peer -> sides.put(peer, requests(peer.port(), files.get(kind))));
            contest.run(kind, sides, rounds);
        }
    }

    private List<Contest.Side> peers(Path folder) throws IOException {
        List<Contest.Side> peers = new ArrayList<>();
        int jetty = jetty(folder);
        peers.add(new Contest.Side("Jetty", jetty, started.get(1).toHandle()));
        Optional<NginxServer> nginx = NginxServer.installed();
        if (nginx.isEmpty()) {
            System.out.println("nginx is not installed (Debian: nginx-light): Jetty's files alone");
        } else {
            int port = Contest.freePort();
            Process process = start(nginx.get().command(folder, Files.createDirectory(folder.resolve("nginx")), port));
            awaitAnswer(port, "nginx");
            peers.add(new Contest.Side("nginx", port, process.toHandle()));
        }
        return peers;
    }

    private static List<byte[]> requests(int port, List<String> paths) {
        return paths.stream().map(path -> Rider.request(port, path, PROGRAM)).toList();
    }

    /** What users ask again and again. */
    private Map<String, List<byte[]>> asked(int port) throws IOException {
        List<SavedQuery> queries = SavedQueries.read(new Home(checkout.toAbsolutePath()).queries()).all().stream()
                .filter(query -> !query.needsNet())
                .toList();
        Map<String, List<byte[]>> asked = new LinkedHashMap<>();
        asked.put("saved questions, JSON", questions(port, queries, PROGRAM));
        asked.put("saved questions, pages", questions(port, queries, BROWSER));
        asked.put(
                "SPARQL",
                Stream.of("Task", "Agency", "Instrument", "Plan", "Indicator")
                        .map(kind -> "PREFIX zc: <https://w3id.org/zhice/ontology#>\nSELECT * { ?thing a zc:" + kind
                                + " ; ?p ?o } ORDER BY ?thing ?p ?o LIMIT 50")
                        .map(text -> "/sparql?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                        .map(path -> Rider.request(port, path, PROGRAM))
                        .toList());
        asked.put("things", things(port));
        return asked;
    }

    private static List<byte[]> questions(int port, List<SavedQuery> queries, String headers) throws IOException {
        return kept(
                port,
                queries.stream()
                        .map(query -> Rider.request(port, "/queries/" + query.id(), headers))
                        .toList());
    }

    /** Tasks of the release, as pages. */
    private static List<byte[]> things(int port) throws IOException {
        String query = "SELECT ?task { ?task a <https://w3id.org/zhice/ontology#Task> } ORDER BY ?task LIMIT 50";
        byte[] request = Rider.request(
                port, "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "Accept: text/csv\r\n");
        try (Rider rider = new Rider(port)) {
            return kept(
                    port,
                    new String(rider.body(request), StandardCharsets.UTF_8)
                            .lines()
                            .skip(1)
                            .map(iri -> iri.replace("https://w3id.org/zhice", "") + ".html")
                            .map(path -> Rider.request(port, path, BROWSER))
                            .toList());
        }
    }

    /** Those whose answer is kept when it is asked for again; on a busy machine the first may take too long. */
    private static List<byte[]> kept(int port, List<byte[]> requests) throws IOException {
        List<byte[]> kept = new ArrayList<>();
        try (Rider rider = new Rider(port)) {
            for (byte[] request : requests) {
                boolean hit = false;
                for (int i = 0; i < TRIES && !hit; i++) {
                    hit = rider.head(request).contains("zhice; hit");
                }
                if (hit) {
                    kept.add(request);
                }
            }
        }
        if (kept.isEmpty()) {
            throw new IllegalStateException("no answer is kept");
        }
        return kept;
    }

    /** The bodies of the answers as files; their paths. */
    private static List<String> copies(Path folder, String kind, int port, List<byte[]> requests) throws IOException {
        List<String> paths = new ArrayList<>();
        try (Rider rider = new Rider(port)) {
            for (byte[] request : requests) {
                String name = Integer.toHexString(kind.hashCode()) + "-" + paths.size() + ".html";
                Files.write(folder.resolve(name), rider.body(request));
                paths.add("/" + name);
            }
        }
        return paths;
    }

    private int zhice() throws IOException {
        int port = Contest.freePort();
        start(List.of(checkout.resolve("zhice").toAbsolutePath().toString(), "serve", "--port", "" + port));
        awaitAnswer(port, "./zhice serve");
        return port;
    }

    private static void awaitAnswer(int port, String server) {
        for (int i = 0; i < 3_000; i++) {
            try (Rider rider = new Rider(port)) {
                rider.ask(Rider.request(port, "/readyz", ""));
                return;
            } catch (IOException e) {
                Contest.pause(Duration.ofMillis(100));
            }
        }
        throw new IllegalStateException(server + " does not answer");
    }

    private int jetty(Path folder) throws IOException {
        Process jetty = start(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName(),
                "static",
                folder.toString()));
        return Integer.parseInt(jetty.inputReader(StandardCharsets.UTF_8).readLine());
    }

    private Process start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        started.add(process);
        return process;
    }

    /** The start script keeps Java as a child. */
    private static ProcessHandle server(Process script) {
        return script.descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElse(script.toHandle());
    }
}
