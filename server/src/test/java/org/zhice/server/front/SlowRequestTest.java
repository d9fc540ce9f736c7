package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.util.NanoTime;
import org.junit.jupiter.api.Test;
import org.zhice.server.TestServer;
import org.zhice.store.FrontLimits;
import org.zhice.store.Limits;

/** Who looks at a connection from outside does not take a request that has just begun for one that never comes. */
class SlowRequestTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(1);
    private static final FrontLimits LIMITS = Limits.read(TestServer.CONFIG).front();

    private volatile boolean over;
    private volatile long answered;

    @Test
    void quick_requests_are_not_slow() throws InterruptedException {
        assertNoneIsSlow("GET /%F0%A0%AE%B7 HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n");
    }

    @Test
    void neither_are_those_with_a_body() throws InterruptedException {
        assertNoneIsSlow("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nASK");
    }

    private void assertNoneIsSlow(String request) throws InterruptedException {
        HttpParser parser = new HttpParser(new Nothing());
        Thread client = new Thread(() -> ask(parser, request.getBytes(StandardCharsets.US_ASCII)));
        client.start();
        long begin = NanoTime.now();
        long slow = 0;
        while (NanoTime.since(begin) < LONG_ENOUGH.toNanos()) {
            slow += Connections.isSlow(parser, LIMITS) ? 1 : 0;
        }
        over = true;
        client.join();
        assertThat(answered).isGreaterThan(1_000);
        assertThat(slow).isZero();
    }

    /** One after the other on one connection. */
    private void ask(HttpParser parser, byte[] request) {
        long count = 0;
        while (!over) {
            ByteBuffer bytes = ByteBuffer.wrap(request);
            while (bytes.hasRemaining()) {
                parser.parseNext(bytes);
            }
            parser.reset();
            count++;
        }
        answered = count;
    }

    private static final class Nothing implements HttpParser.RequestHandler {
        @Override
        public void startRequest(String method, String uri, HttpVersion version) {}

        @Override
        public void parsedHeader(HttpField field) {}

        @Override
        public boolean headerComplete() {
            return true;
        }

        @Override
        public boolean content(ByteBuffer item) {
            item.position(item.limit());
            return false;
        }

        @Override
        public boolean contentComplete() {
            return false;
        }

        @Override
        public boolean messageComplete() {
            return true;
        }

        @Override
        public void earlyEOF() {}
    }
}
