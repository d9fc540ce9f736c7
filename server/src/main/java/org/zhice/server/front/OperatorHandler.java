package org.zhice.server.front;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.URIUtil;
import org.zhice.server.cache.Later;
import org.zhice.server.credential.Operators;
import org.zhice.server.web.Client;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Reply;

/** Fuseki's own addresses, below {@code /$/}: the metrics for operators, the ping for all, and no others. */
final class OperatorHandler extends Handler.Wrapper {
    private static final String PING = "/$/ping";
    private static final String METRICS = "/$/metrics";

    private final Operators operators;

    /** @param operators who may see the metrics */
    OperatorHandler(Operators operators) {
        this.operators = operators;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!isTheirs(path) || path.equals(PING)) {
            return super.handle(request, response, callback);
        }
        return Later.handle(request, response, callback, () -> answer(request, path, response, callback));
    }

    private boolean answer(Request request, String path, Response response, Callback callback) throws Exception {
        if (!operators.include(request)) {
            refuse(request, response, callback);
            return true;
        }
        return path.equals(METRICS) && super.handle(request, response, callback);
    }

    /** Whatever way it is written: another reader of the path behind this one shall not find what is hidden here. */
    static boolean isTheirs(String path) {
        String plain = URIUtil.compactPath(path);
        return plain.equals("/$") || plain.startsWith("/$/");
    }

    private void refuse(Request request, Response response, Callback callback) throws Exception {
        Problem problem = operators.passwords().isPresent()
                ? Problem.of(401, "operators")
                        .withHeader("WWW-Authenticate", "Basic realm=\"zhice\", charset=\"UTF-8\"")
                : Problem.of(403, "operators");
        Sender.send(response, Reply.problem(Client.of(request), problem), callback);
    }
}
