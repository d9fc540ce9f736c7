package org.zhice.server.front;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoader;
import org.eclipse.jetty.server.handler.EagerContentHandler.ContentLoaderFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Invocable;
import org.zhice.server.protocol.ReceivedRequest;
import org.zhice.server.web.Problem;
import org.zhice.store.FrontLimits;

/**
 * Bodies of requests are taken in whole before anything is done with them, and no thread waits for them.
 *
 * <p>Jetty's own loader keeps a whole network buffer for each piece that comes, a hundredfold of what a slow sender sends;
 * here the bytes are copied.
 */
final class Bodies implements ContentLoaderFactory {
    private final AtomicInteger arriving = new AtomicInteger();
    private final FrontLimits limits;
    private final Refused refused;

    Bodies(FrontLimits limits, Refused refused) {
        this.limits = limits;
        this.refused = refused;
    }

    /** Of any type. */
    @Override
    public String getApplicableMimeType() {
        return null;
    }

    @Override
    public ContentLoader newContentLoader(
            String type, String mime, Handler handler, Request request, Response response, Callback callback) {
        return new Body(handler, request, response, callback);
    }

    private final class Body extends ContentLoader implements Invocable.Task {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final long begin = NanoTime.now();

        Body(Handler handler, Request request, Response response, Callback callback) {
            super(handler, request, response, callback);
            Request.addCompletionListener(request, failure -> arriving.addAndGet(-bytes.size()));
        }

        @Override
        protected void load() {
            if (isWhole()) {
                handle(whole(), getResponse(), getCallback());
            }
        }

        /** More has come. */
        @Override
        public void run() {
            if (isWhole()) {
                getRequest().getContext().execute(() -> handle(whole(), getResponse(), getCallback()));
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        /** Reads what is there; if that is not all, asks to be called again, unless it refuses the rest. */
        private boolean isWhole() {
            while (true) {
                Content.Chunk chunk = getRequest().read();
                if (chunk == null) {
                    return waits();
                }
                if (Content.Chunk.isFailure(chunk)) {
                    fail(chunk.getFailure());
                    return false;
                }
                boolean last = chunk.isLast();
                boolean fits = take(chunk);
                chunk.release();
                if (!fits) {
                    refuse();
                    return false;
                }
                if (last) {
                    return true;
                }
            }
        }

        private boolean waits() {
            if (NanoTime.millisSince(begin) > limits.body().toMillis()) {
                fail(new TimeoutException());
            } else {
                getRequest().demand(this);
            }
            return false;
        }

        private boolean take(Content.Chunk chunk) {
            byte[] piece = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(piece);
            bytes.writeBytes(piece);
            return arriving.addAndGet(piece.length) <= limits.arrivingBytes();
        }

        private void refuse() {
            refused.count("bodies");
            Problem problem = Problem.of(503, "busy-bodies").withHeader("Retry-After", "5");
            Response.writeError(
                    getRequest(), getResponse(), getCallback(), 503, null, problem.withHeader("Connection", "close"));
        }

        private void fail(Throwable failure) {
            int status = 400;
            if (failure instanceof HttpException told) {
                status = told.getCode();
            } else if (failure instanceof TimeoutException) {
                refused.count("slow");
                status = 408;
            }
            Response.writeError(getRequest(), getResponse(), getCallback(), status);
        }

        private Request whole() {
            return new ReceivedRequest(getRequest(), bytes.toByteArray());
        }
    }
}
