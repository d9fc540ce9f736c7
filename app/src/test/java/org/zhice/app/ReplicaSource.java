package org.zhice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** A plain web server over a folder of releases, with a port for each replica, at each of which something else can be wrong. */
final class ReplicaSource implements AutoCloseable {
    enum Fault {
        CUT_OFF,
        CORRUPTED
    }

    /** By the number of the replica. */
    final Map<Integer, Fault> faults = new ConcurrentHashMap<>();

    private final Path folder;
    private final Server server = new Server();

    ReplicaSource(Path folder, int replicas) throws Exception {
        this.folder = folder;
        Files.createDirectories(folder);
        IntStream.range(0, replicas).forEach(number -> {
            ServerConnector door = new ServerConnector(server);
            door.setHost("127.0.0.1");
            door.setName(String.valueOf(number));
            server.addConnector(door);
        });
        ResourceHandler files = new ResourceHandler();
        files.setBaseResource(ResourceFactory.of(files).newResource(folder));
        files.setEtags(true);
        Handler.Wrapper faulty = new Faulty();
        faulty.setHandler(files);
        server.setHandler(faulty);
        server.start();
    }

    private final class Faulty extends Handler.Wrapper {
        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            int door = Integer.parseInt(
                    request.getConnectionMetaData().getConnector().getName());
            Fault fault = faults.get(door);
            String path = Request.getPathInContext(request);
            if (fault == Fault.CUT_OFF) {
                request.getConnectionMetaData().getConnection().getEndPoint().close();
                callback.succeeded();
                return true;
            }
            if (fault == Fault.CORRUPTED && path.endsWith("store.zip")) {
                byte[] bytes = Files.readAllBytes(folder.resolve(path.substring(1)));
                bytes[bytes.length / 2] ^= 1;
                response.write(true, ByteBuffer.wrap(bytes), callback);
                return true;
            }
            return super.handle(request, response, callback);
        }
    }

    String url(int replica) {
        return "http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[replica]).getLocalPort() + "/";
    }

    /** Publishes what a release holds under the name of another build. */
    void publish(Path release, String build) throws IOException {
        Path to = Files.createDirectories(folder.resolve(build));
        try (Stream<Path> files = Files.list(release)) {
            files.forEach(file -> copy(file, to.resolve(file.getFileName())));
        }
        String told = Files.readString(release.resolve("release.json"));
        Path part = folder.resolve("part");
        Files.writeString(part, told.replace(String.valueOf(release.getFileName()), build));
        Files.move(part, folder.resolve("latest.json"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
