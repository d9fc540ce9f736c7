package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.util.NanoTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.server.TestServer;

/** A connection may be quiet between two requests for longer than within one, and not for ever. */
class QuietConnectionTest {
    @RegisterExtension
    static final TestServer SERVER =
            new TestServer().with("limit:idleMillis 3000").with("limit:stalledMillis 1000");

    private static final String REQUEST = "GET /robots.txt HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void next_request_may_come_later_than_the_rest_of_one_might() throws Exception {
        try (Wire wire = wire()) {
            for (int i = 0; i < 2; i++) {
                wire.send(REQUEST);
                Thread.sleep(2_000);
            }
            wire.send(REQUEST.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

            assertThat(wire.rest().split("HTTP/1.1 200", -1)).hasSize(4);
        }
    }

    @Test
    void it_is_closed_when_nothing_comes_for_as_long_as_it_may_be_quiet() throws IOException {
        for (String said : new String[] {"", REQUEST}) {
            long begin = NanoTime.now();
            try (Wire wire = wire()) {
                wire.send(said).rest();
            }
            assertThat(Duration.ofNanos(NanoTime.since(begin)))
                    .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(10));
        }
    }

    private static Wire wire() throws IOException {
        URI address = URI.create(SERVER.url("/"));
        return new Wire(address.getHost(), address.getPort());
    }
}
