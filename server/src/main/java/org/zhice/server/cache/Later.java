package org.zhice.server.cache;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What may wait or takes its time, in a thread in which it may. All else that the outer handlers do is done by the thread that
 * reads the connection, which is half of what a small answer costs.
 */
public final class Later {
    private Later() {}

    /** Handles a request, or does not. */
    @FunctionalInterface
    public interface Handling {
        boolean handle() throws Exception;
    }

    /** Always true: what is not handled is answered with 404. */
    public static boolean handle(Request request, Response response, Callback callback, Handling handling) {
        request.getContext().execute(() -> run(request, response, callback, handling));
        return true;
    }

    /** As above, in this thread. */
    static void run(Request request, Response response, Callback callback, Handling handling) {
        try {
            if (!handling.handle()) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
