package org.zhice.server.front;

import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.QoSHandler;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.web.Problem;

/** Only so many requests at once; some more wait a little, without a thread, and whoever is beyond them is told so at once. */
final class Places extends QoSHandler {
    private final Problem problem;
    private final Runnable refused;

    /**
     * Places.
     *
     * @param most that are answered at once
     * @param waiting that wait for a place
     * @param patience how long they do
     * @param problem what all others are told
     * @param refused told of each of them
     */
    Places(int most, int waiting, Duration patience, Problem problem, Runnable refused) {
        setMaxRequestCount(most);
        setMaxSuspendedRequestCount(waiting);
        setMaxSuspend(patience);
        this.problem = problem;
        this.refused = refused;
    }

    @Override
    protected void reject(Request request, Response response, Callback callback, int status) {
        refused.run();
        Response.writeError(request, response, callback, status, null, problem);
    }

    @Override
    protected void failSuspended(Request request, Response response, Callback callback, int status, Throwable failure) {
        reject(request, response, callback, status);
    }
}
