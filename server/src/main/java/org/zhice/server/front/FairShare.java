package org.zhice.server.front;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ConditionalHandler;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.web.Problem;
import org.zhice.store.FrontLimits;

/** No client has more than a share of the requests that ask the store, running or waiting, so that others find a place. */
final class FairShare extends ConditionalHandler.ElseNext {
    private final Map<String, Integer> inFlight = new ConcurrentHashMap<>();
    private final Clients clients;
    private final int most;
    private final Refused refused;

    /** @param asks which requests ask the store for what a client has thought up */
    FairShare(Predicate<Request> asks, Clients clients, FrontLimits limits, Refused refused) {
        include(asks);
        this.clients = clients;
        this.most = limits.clientRequests();
        this.refused = refused;
    }

    @Override
    protected boolean onConditionsMet(Request request, Response response, Callback callback) throws Exception {
        String client = clients.of(request);
        if (inFlight.merge(client, 1, Integer::sum) > most) {
            leave(client);
            refused.count("client");
            Problem problem = Problem.of(503, "busy-client", most).withHeader("Retry-After", "2");
            Response.writeError(request, response, callback, 503, null, problem);
            return true;
        }
        AtomicBoolean there = new AtomicBoolean(true);
        Runnable leaving = () -> {
            if (there.getAndSet(false)) {
                leave(client);
            }
        };
        Request.addCompletionListener(request, failure -> leaving.run());
        return nextHandler(
                request,
                new Response.Wrapper(request, response) {
                    @Override
                    public void write(boolean last, ByteBuffer content, Callback written) {
                        // Not later: who has the whole answer may ask the next at once.
                        if (last) {
                            leaving.run();
                        }
                        super.write(last, content, written);
                    }
                },
                callback);
    }

    /** How many are running or waiting, of all clients. */
    int all() {
        return inFlight.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void leave(String client) {
        inFlight.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
    }
}
