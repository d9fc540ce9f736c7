package org.zhice.app.rehearsal;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.server.ZhiceServer;

/**
 * A server that is started, asked in each way that people ask, and stopped. Java, which the start script tells to keep the classes
 * of a build for what starts next, so keeps those of a server too.
 */
public final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    /** Whether the start script keeps the classes of this process. */
    private static final boolean WANTED = Boolean.getBoolean("zhice.rehearse");

    /** More than any answer may take. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final String PAGE = "text/html";

    /** What is asked, and for what it is accepted. What a store does not have is refused, which people see too. */
    private record Asked(String path, String accept) {}

    private static final List<Asked> ALL = List.of(
            new Asked("/readyz", "*/*"),
            new Asked("/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%203", "*/*"),
            new Asked("/sparql?query=DESCRIBE%20%3Chttps%3A%2F%2Fw3id.org%2Fzhice%2Fid%2Ftask%2F2023-030%3E", "*/*"),
            new Asked("/queries/tasks-by-chapter", "application/json"),
            new Asked("/queries/tasks-led-by-an-agency-in-a-year?agency=CNIPA&year=2023", PAGE),
            new Asked("/", PAGE),
            new Asked("/explore?view=chart&by=agency", PAGE),
            new Asked("/search?q=%E5%95%86%E6%A0%87%E6%B3%95", PAGE),
            new Asked("/id/task/2023-030", PAGE),
            new Asked("/id/task/2023-030", "application/ld+json"),
            new Asked("/plans", PAGE));

    private Rehearsal() {}

    /**
     * Does so if the classes of this process are kept; what goes wrong is told and harms nothing.
     *
     * @param told is told that it begins
     * @param config the description of the store
     * @param home the checkout, with a store that is built
     */
    public static void ifWanted(PrintWriter told, Path config, Path home) {
        if (WANTED) {
            told.println("classes for the next start ...");
            // What a server tells of itself is of no use here.
            Configurator.setAllLevels("org.zhice", Level.WARN);
            try (ZhiceServer server = ZhiceServer.start(config, home, 0)) {
                ask(URI.create(server.url()));
            } catch (IOException | RuntimeException e) {
                LOG.warn("The start of a server was tried and failed", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void ask(URI server) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
        for (Asked asked : ALL) {
            client.send(
                    HttpRequest.newBuilder(server.resolve(asked.path()))
                            .header("Accept", asked.accept())
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.discarding());
        }
    }
}
