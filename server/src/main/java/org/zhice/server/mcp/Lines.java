package org.zhice.server.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.CallerRunsPolicy;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.store.Limits;

/** Exchange over two streams, each a line. While one is answered the next are read, so that a long query stops no other. */
final class Lines {
    private static final Logger LOG = LoggerFactory.getLogger(Lines.class);
    private static final int AT_ONCE = 4;

    private final Exchange exchange;
    private final Limits limits;
    private final OutputStream out;

    Lines(Exchange exchange, Limits limits, OutputStream out) {
        this.exchange = exchange;
        this.limits = limits;
        this.out = out;
    }

    /** Reads until the stream ends; then waits for the last answers, as long as a query may take. */
    void serve(InputStream stream) {
        ThreadPoolExecutor answering = new ThreadPoolExecutor(
                AT_ONCE, AT_ONCE, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(AT_ONCE), new CallerRunsPolicy());
        try (InputStream in = new BufferedInputStream(stream)) {
            for (Optional<byte[]> line = line(in); line.isPresent(); line = line(in)) {
                byte[] message = line.get();
                answering.execute(() -> answer(message));
            }
            answering.shutdown();
            answering.awaitTermination(limits.stop().toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            answering.shutdownNow();
        }
    }

    /** A line without its end, cut where it is longer than any message may be; empty at the end of the stream. */
    private Optional<byte[]> line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int one = in.read();
        if (one < 0) {
            return Optional.empty();
        }
        for (; one >= 0 && one != '\n'; one = in.read()) {
            if (line.size() <= limits.requestBytes()) {
                line.write(one);
            }
        }
        return Optional.of(line.toByteArray());
    }

    private void answer(byte[] message) {
        try {
            if (message.length > limits.requestBytes()) {
                throw RpcException.invalid(
                        null, "Invalid request: expected a message of " + limits.requestBytes() + " bytes at most");
            }
            exchange.answer(message).ifPresent(this::write);
        } catch (RpcException e) {
            write(Exchange.bytes(e.response()));
        }
    }

    private synchronized void write(byte[] answer) {
        try {
            out.write(answer);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            LOG.warn("The client no longer reads: {}", e.getMessage());
        }
    }
}
