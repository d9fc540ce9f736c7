package org.zhice.server;

import static org.zhice.server.MadeUpReleases.sha256;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.zhice.store.ReleaseId;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;
import org.zhice.store.publish.Published;
import org.zhice.store.publish.Publisher;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.StoreFiles;
import org.zhice.store.tdb.UnionGraph;

/** A machine that publishes small releases, and the plain web server that its folder lies on. */
final class ReleaseFolder implements AutoCloseable {
    static final String TEXT = "发布标记𠮷";

    /** What is asked of the web server: path and range. */
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** How often an archive breaks off in its middle. */
    final AtomicInteger breaks = new AtomicInteger();

    final Path folder;
    private final Path home;
    private Server server;
    private int port;

    ReleaseFolder(Path base) {
        this.home = base.resolve("publisher");
        this.folder = base.resolve("releases");
        start();
    }

    /** Builds and publishes a release that holds this number, in its quads and beside a text that can be searched for. */
    Published publish(int number) {
        build(number);
        return new Publisher(folder)
                .publish(StoreFiles.in(home), Dumps.in(home))
                .published();
    }

    void build(int number) {
        List<String> lines = Stream.of(
                        "http://www.w3.org/2004/02/skos/core#altLabel> \"" + TEXT + "\"@zh",
                        "http://www.w3.org/2004/02/skos/core#notation> \"" + number + "\"")
                .map(rest -> "<https://example.org/release> <" + rest + " <https://example.org/graph> .")
                .toList();
        String text = String.join("\n", lines) + "\n";
        StoreFiles stores = StoreFiles.in(home);
        Path build = stores.fresh();
        DatasetGraph store = StoreConfig.open(TestServer.CONFIG, build);
        Txn.executeWrite(store, () -> {
            RDFParser.fromString(text, Lang.NQUADS).parse(store);
            UnionGraph.write(store, build);
        });
        StoreConfig.close(store);
        try {
            Files.writeString(build.resolve(StoreFiles.NQUADS), text);
            Files.writeString(build.resolve("inputs.stamp"), "of this machine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dump(text);
        stores.publish(build);
    }

    private void dump(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String release = ReleaseId.ofDigest(sha256(bytes));
        Dumps dumps = Dumps.in(home);
        String name = Dumps.name(release, Dumps.NQUADS);
        dumps.write(name, file -> {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(bytes);
            }
            dumps.write(name + Dumps.CHECKSUM, sha256(Files.readAllBytes(file)) + "  " + name + "\n");
        });
        dumps.list(new Manifest(
                release, Instant.now(), "0.1.0", 2, 2, Map.of(), Map.of(), Map.of(), dumps.dumps(release)));
    }

    Path archive(Published published) {
        return folder.resolve(published.build()).resolve(Published.STORE);
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Names one of the published releases as the newest. */
    void point(Published published) {
        try {
            point(Files.readString(folder.resolve(published.build()).resolve(Published.DESCRIPTION)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says this of the newest release. */
    void point(String text) throws IOException {
        Path part = Files.writeString(folder.resolve("part"), text);
        Files.move(part, folder.resolve(Published.POINTER), StandardCopyOption.ATOMIC_MOVE);
    }

    /** At the same port as before. */
    void start() {
        try {
            Files.createDirectories(folder);
            server = new Server(port);
            ResourceHandler files = new ResourceHandler();
            files.setBaseResource(ResourceFactory.of(files).newResource(folder));
            files.setEtags(true);
            Handler.Wrapper watched = new Watched();
            watched.setHandler(files);
            server.setHandler(watched);
            server.start();
            port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private final class Watched extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String path = Request.getPathInContext(request);
            String range = request.getHeaders().get("Range");
            asked.add(path.replaceFirst(".*/", "") + (range == null ? "" : " " + range));
            if (path.endsWith(Published.STORE) && breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                half(folder.resolve(path.substring(1)), response, callback);
                return true;
            }
            return super.handle(request, response, callback);
        }
    }

    /** A body that ends early, as when a connection breaks. */
    private static void half(Path file, Response response, Callback callback) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        response.getHeaders().put("Content-Length", bytes.length);
        response.write(
                false,
                ByteBuffer.wrap(bytes, 0, bytes.length / 2),
                Callback.from(() -> callback.failed(new IOException("cut")), callback::failed));
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
