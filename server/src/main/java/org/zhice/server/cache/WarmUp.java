package org.zhice.server.cache;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.store.Limits;

/**
 * Asks for what is asked often when another release has come to be served: one page after the other, as browsers do in both
 * languages and as programs do, under the names by which clients know the server. These requests bear the name {@code
 * warm-up} in the log; they take one place among those that ask the store, on threads of the lowest priority.
 */
public final class WarmUp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final String BROWSER = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n";
    private static final List<String> CLIENTS =
            List.of(BROWSER + "Accept-Language: en\r\n", BROWSER + "Accept-Language: zh\r\n", "Accept: */*\r\n");

    private final LocalConnector door;
    private final AnswerCache cache;
    private final Supplier<List<String>> paths;
    private final long patienceMillis;
    private Thread thread = new Thread(() -> {});

    /**
     * A warm-up that has not begun.
     *
     * @param server not started yet; it gets a door within this process
     * @param paths what is asked often, looked up when it begins
     */
    public WarmUp(Server server, AnswerCache cache, Supplier<List<String>> paths, Limits limits) {
        this.door = new LocalConnector(server);
        this.cache = cache;
        this.paths = paths;
        this.patienceMillis = limits.stop().toMillis();
        server.addConnector(door);
    }

    /** Forgets what is kept of other releases, and begins; one that is under way ends. */
    public synchronized void begin() {
        close();
        Set<String> sites = cache.renew();
        thread = new Thread(() -> ask(sites), "warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void ask(Set<String> sites) {
        for (String site : sites) {
            for (String path : paths.get()) {
                for (String client : CLIENTS) {
                    if (!ask(site, path, client)) {
                        return;
                    }
                }
            }
        }
    }

    /** Whether to go on. */
    private boolean ask(String site, String path, String client) {
        String request = "GET " + site + path + " HTTP/1.1\r\nHost: "
                + URI.create(site).getAuthority()
                + "\r\nX-Request-Id: warm-up\r\nConnection: close\r\nAccept-Encoding: gzip\r\n" + client + "\r\n";
        try {
            door.getResponse(
                    ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)),
                    patienceMillis,
                    TimeUnit.MILLISECONDS);
            return !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            return false;
        } catch (Exception e) {
            LOG.debug("{} was not asked", path, e);
            return false;
        }
    }

    /** Ends it; what has been asked is still answered. */
    @Override
    public synchronized void close() {
        thread.interrupt();
    }
}
