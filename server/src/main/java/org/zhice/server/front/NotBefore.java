package org.zhice.server.front;

import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.web.Client;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Reply;
import org.zhice.store.tdb.StoreFiles;

/**
 * Refuses who has seen a later release than the one that is served, as one of several servers may have taken it by then and
 * another not: a proxy asks the next one. Names of builds sort by their times.
 */
final class NotBefore extends Handler.Wrapper {
    static final String HEADER = "Zhice-Not-Before";

    private final Supplier<String> served;

    /** @param served the name of the build that is served; empty if it has none */
    NotBefore(Supplier<String> served) {
        this.served = served;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String seen = request.getHeaders().get(HEADER);
        if (seen == null || !isLater(seen, served.get())) {
            return super.handle(request, response, callback);
        }
        CommonHeaders.put(request, response);
        Problem behind = Problem.of(503, "behind", served.get(), seen).withHeader("Retry-After", "1");
        Sender.send(response, Reply.problem(Client.of(request), behind), callback);
        return true;
    }

    private static boolean isLater(String seen, String served) {
        return StoreFiles.isName(seen) && StoreFiles.isName(served) && seen.compareTo(served) > 0;
    }
}
