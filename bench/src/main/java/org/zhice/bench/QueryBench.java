package org.zhice.bench;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.memory.MemoryReleases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The saved queries, with their default parameters, at one SPARQL endpoint or at two in turn. */
@Command(name = "query", description = "Saved queries at one SPARQL endpoint, or at two in turn")
final class QueryBench implements Callable<Integer> {
    @Parameters(index = "0", description = "The checkout")
    Path checkout;

    @Parameters(index = "1", description = "A SPARQL endpoint")
    URI endpoint;

    @Parameters(index = "2", arity = "0..1", description = "Another, its peer")
    URI peer;

    @Option(names = "--runs", defaultValue = "50", description = "Counted runs of each, after ten that are not")
    int runs;

    private static final int WARM_UP = 10;

    private final Times all = new Times();
    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public Integer call() throws Exception {
        Home home = new Home(checkout.toAbsolutePath());
        Releases releases = release(home);
        System.out.printf("%-52s %8s %8s %8s%n", "query", "p50 ms", "p95 ms", peer == null ? "" : "ratio");
        for (SavedQuery query : SavedQueries.read(home.queries()).all()) {
            // What others answer is not ours to measure.
            if (query.needsNet()) {
                continue;
            }
            measure(query.id(), releases.read(release -> query.boundText(release, Map.of())));
        }
        reportAll();
        return 0;
    }

    /** All runs of all queries together, as somebody meets them who asks now this and now that. */
    private void reportAll() {
        System.out.printf("%-52s %8.1f %8.1f%n", "all", all.median(), all.percentile(95));
    }

    private void measure(String id, String sparql) throws Exception {
        Times ours = new Times();
        Times theirs = new Times();
        for (int run = -WARM_UP; run < runs; run++) {
            (run < 0 ? new Times() : ours).add(() -> ask(endpoint, sparql));
            if (peer != null) {
                (run < 0 ? new Times() : theirs).add(() -> ask(peer, sparql));
            }
        }
        all.addAll(ours);
        System.out.printf(
                "%-52s %8.1f %8.1f %8s%n",
                id,
                ours.median(),
                ours.percentile(95),
                peer == null ? "" : "%.2f".formatted(ours.median() / theirs.median()));
    }

    private void ask(URI at, String sparql) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString("query=" + URLEncoder.encode(sparql, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(at + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    /** To look up names of parameters. */
    private static Releases release(Home home) {
        Path nquads = home.stores().current().orElseThrow().resolve(StoreBuilder.NQUADS);
        return MemoryReleases.read(List.of(nquads), "", Limits.read(home.config()));
    }
}
