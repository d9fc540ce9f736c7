package org.zhice.server.front;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ConditionalHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Threads of their own for what asks the store, of the lowest priority: a query that computes for seconds shall not make
 * a page wait that needs a millisecond. The start script lets Java pass priorities on to the system; without that they count
 * for nothing, and the threads are still others than those that read requests and make pages.
 */
final class Asking extends ConditionalHandler.ElseNext {
    private static final long IDLE_SECONDS = 30;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads;

    /**
     * Threads.
     *
     * @param asks which requests they are for
     * @param most as many as there are places
     */
    Asking(Predicate<Request> asks, int most) {
        include(asks);
        threads = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        threads.allowCoreThreadTimeOut(true);
    }

    /** What Java itself knows no use for, its start script has one for. */
    @SuppressWarnings("ThreadPriorityCheck")
    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "asking-" + number.incrementAndGet());
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    protected boolean onConditionsMet(Request request, Response response, Callback callback) {
        threads.execute(() -> answer(request, response, callback));
        return true;
    }

    private void answer(Request request, Response response, Callback callback) {
        try {
            if (!nextHandler(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        threads.shutdownNow();
    }
}
