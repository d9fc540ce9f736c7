package org.zhice.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.zhice.server.credential.Certificate;
import org.zhice.server.credential.PasswordFile;
import org.zhice.server.web.PublicAddress;
import org.zhice.store.Terms;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.StoreFiles;
import org.zhice.store.tdb.UnionGraph;

/** A real server over a small real store, TDB2 and Lucene, in a folder that looks like a checkout; asked over HTTP.
 * A query may take two seconds. */
public final class TestServer implements BeforeAllCallback, AfterAllCallback {
    static {
        JenaSystem.init();
    }

    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));
    public static final Path CONFIG = CHECKOUT.resolve("fuseki-config/zhice.ttl");

    /** The made-up graph and queries are those of the tests of saved queries. */
    public static final Path MADE_UP = CHECKOUT.resolve("query/src/test/resources/org/zhice/query");

    private static final List<String> QUERIES = List.of(
            "tasks-of-an-agency",
            "too-many",
            "slow",
            "words",
            "figures",
            "numbers",
            "pairs",
            "cells",
            "actions",
            "things");
    private static final String EXPECTED = "tasks-of-an-agency.expected.csv";

    private final List<String> queries;
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
    private Path home;
    private ZhiceServer server;
    private Optional<PublicAddress> publicAddress = Optional.empty();
    private Supplier<Certificate> certificate;
    private Supplier<PasswordFile> passwords;
    private String endpoints = "";
    private final List<String> changes = new ArrayList<>();
    private Path tables;

    /** With the queries that any test may ask. */
    public TestServer() {
        this(QUERIES);
    }

    /** With queries of its own. */
    public TestServer(List<String> queries) {
        this.queries = queries;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        home = Files.createTempDirectory("zhice");
        Files.createDirectories(home.resolve("queries"));
        for (String query : queries) {
            copy(query + ".rq");
        }
        copy(EXPECTED);
        copy("words.yml");
        publish("");
        Path config = home.resolve("zhice.ttl");
        Files.writeString(config, config() + endpoints);
        server = ZhiceServer.start(
                config,
                home,
                new Listening(
                        "localhost",
                        0,
                        publicAddress,
                        Optional.ofNullable(certificate).map(Supplier::get),
                        Optional.ofNullable(passwords).map(Supplier::get)));
    }

    private String config() throws IOException {
        String text = Files.readString(CONFIG).replace("10000,30000", "1000,2000");
        for (String change : changes) {
            text = text.replaceFirst(change.replaceFirst("[0-9]+$", "[0-9]+"), change);
        }
        return text;
    }

    /** With the files of a folder as the tables that a build was made from. */
    public TestServer with(Path folder) {
        tables = folder;
        return this;
    }

    /** As it stands behind a proxy that is found at this address. */
    public TestServer at(String address) {
        publicAddress = Optional.of(PublicAddress.of(address));
        return this;
    }

    /** With another value for one limit, such as {@code limit:rows 5}. */
    public TestServer with(String limit) {
        changes.add(limit);
        return this;
    }

    /** Over TLS; the files are made when the server starts. */
    public TestServer tls(Supplier<Certificate> made) {
        certificate = made;
        return this;
    }

    /** With passwords for operators, likewise. */
    public TestServer passwords(Supplier<PasswordFile> made) {
        passwords = made;
        return this;
    }

    /** With further endpoints that queries may call, as the configuration lists them. */
    public TestServer calling(String entries) {
        endpoints = entries;
        return this;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (server != null) {
            server.close();
        }
        StoreFiles.delete(home);
    }

    public Path home() {
        return home;
    }

    /** Builds a store with the made-up graph and some more, and makes it the current one. */
    public void publish(String moreTrig) {
        StoreFiles files = new StoreFiles(home.resolve("data/store"));
        Path build = files.fresh();
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        Txn.executeWrite(store, () -> {
            RDFDataMgr.read(store, MADE_UP.resolve("graph.trig").toString());
            RDFDataMgr.read(
                    store.getGraph(Terms.graph("ontology")),
                    CHECKOUT.resolve("ontology/zhice.ttl").toString());
            RDFParser.fromString(moreTrig, Lang.TRIG).parse(store);
            UnionGraph.write(store, build);
        });
        StoreConfig.close(store);
        if (tables != null) {
            copy(tables, build.resolve(StoreFiles.TABLES));
        }
        files.publish(build);
    }

    /** As {@link #publish}, and waits until the server has taken the new build over. */
    public void swap(String moreTrig) {
        String before = get("/healthz").body();
        publish(moreTrig);
        for (int i = 0; i < 200; i++) {
            if (!get("/healthz").body().equals(before)) {
                return;
            }
            pause();
        }
        throw new AssertionError("the new build was not taken over");
    }

    private static void copy(Path folder, Path to) {
        try (Stream<Path> files = Files.list(folder)) {
            Files.createDirectory(to);
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public String url(String path) {
        return server.url().replaceFirst("/$", "") + path;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> browse(String path, String... headers) {
        return send(request(path, headers)
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
    }

    public HttpResponse<String> send(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    public HttpResponse<String> post(String path, String contentType, String body, String... headers) {
        return send(request(path, headers).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    public byte[] bytes(String path) {
        return send(request(path), BodyHandlers.ofByteArray()).body();
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    public <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) {
        try {
            return http.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void copy(String file) throws IOException {
        Files.copy(
                MADE_UP.resolve("queries").resolve(file),
                home.resolve("queries").resolve(file));
    }
}
