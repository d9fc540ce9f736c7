package org.zhice.server.cache;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** A request that waits for the answer to an equal one, for no longer than its own answer might take. */
final class Waiter {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean served = new AtomicBoolean();
    private volatile Scheduler.Task end;

    Waiter(Request request, Response response, Callback callback) {
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    void waitFor(Duration patience, Consumer<Waiter> late) {
        end = request.getComponents()
                .getScheduler()
                .schedule(() -> serve(() -> late.accept(this)), patience.toMillis(), TimeUnit.MILLISECONDS);
        if (served.get()) {
            end.cancel();
        }
    }

    /** Whoever comes first. */
    void serve(Runnable answer) {
        if (served.compareAndSet(false, true)) {
            if (end != null) {
                end.cancel();
            }
            request.getComponents().getExecutor().execute(answer);
        }
    }

    Request request() {
        return request;
    }

    Response response() {
        return response;
    }

    Callback callback() {
        return callback;
    }
}
