package org.zhice.server.front;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.zhice.store.FrontLimits;

/**
 * Takes the connection from who reads an answer too slowly. Only the time counts in which bytes lay ready for the client, and
 * no more than it may stand still: Jetty's own handler counts all time from the first byte on, so that the few bytes of a
 * small answer are too slow on a busy machine.
 */
final class ReadingPace extends Handler.Wrapper {
    private final long bytesPerSecond;
    private final long graceNanos;

    ReadingPace(FrontLimits limits) {
        bytesPerSecond = limits.readBytesPerSecond();
        graceNanos = limits.stalled().toNanos();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Paced(request, response), callback);
    }

    private final class Paced extends Response.Wrapper {
        private final AtomicLong waitedNanos = new AtomicLong();
        private final AtomicLong read = new AtomicLong();

        Paced(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer bytes, Callback callback) {
            if (isSlow()) {
                callback.failed(new TimeoutException("the answer is read too slowly"));
                return;
            }
            long start = NanoTime.now();
            long length = bytes == null ? 0 : bytes.remaining();
            Runnable done = () -> {
                waitedNanos.addAndGet(NanoTime.since(start));
                read.addAndGet(length);
                callback.succeeded();
            };
            super.write(last, bytes, Callback.from(callback.getInvocationType(), done, callback::failed));
        }

        private boolean isSlow() {
            long waited = waitedNanos.get();
            return waited > graceNanos && read.get() < bytesPerSecond * TimeUnit.NANOSECONDS.toSeconds(waited);
        }
    }
}
