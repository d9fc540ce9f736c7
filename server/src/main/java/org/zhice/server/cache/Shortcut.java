package org.zhice.server.cache;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;

/**
 * Answers the same request again before anything else looks at it, which is what makes a kept answer as cheap as a file. What
 * stands behind saw it pass when it came first. An answer that goes in one write needs no watch over the pace of its reader.
 */
public final class Shortcut extends Handler.Wrapper {
    private final AnswerCache cache;
    private final String nameHeader;
    private final Function<Request, String> name;
    private final ObjIntConsumer<Request> count;

    /**
     * A way past all other handlers.
     *
     * @param cache behind it
     * @param nameHeader in which each answer has the name of its request
     * @param name of a request
     * @param count told each request that it has answered, with the status
     */
    public Shortcut(
            AnswerCache cache, String nameHeader, Function<Request, String> name, ObjIntConsumer<Request> count) {
        this.cache = cache;
        this.nameHeader = nameHeader;
        this.name = name;
        this.count = count;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<SameRequest> same = SameRequest.of(request);
        if (same.isPresent()) {
            Repeats.Ready ready = cache.repeats().get(same.get());
            Kept kept = ready == null ? null : cache.still(ready);
            if (kept != null) {
                send(ready, kept, request, response, callback);
                return true;
            }
            cache.repeats().open(same.get(), request, response.getHeaders());
        }
        return super.handle(request, response, callback);
    }

    private void send(Repeats.Ready ready, Kept kept, Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.add(ready.length());
        headers.add(ready.headers());
        headers.add(nameHeader, name.apply(request));
        headers.add(HttpHeader.AGE, TimeUnit.NANOSECONDS.toSeconds(NanoTime.since(kept.made())));
        response.setStatus(kept.status());
        response.write(true, kept.body().duplicate(), new Counted(request, kept.status(), callback));
    }

    private final class Counted extends Callback.Nested {
        private final Request request;
        private final int status;

        Counted(Request request, int status, Callback callback) {
            super(callback);
            this.request = request;
            this.status = status;
        }

        @Override
        public void succeeded() {
            count.accept(request, status);
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            count.accept(request, status);
            super.failed(failure);
        }
    }
}
