package org.zhice.server.front;

import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.protocol.Parameters;
import org.zhice.server.protocol.ProtocolException;
import org.zhice.server.protocol.Tracking;
import org.zhice.server.web.Problem;

/** The address of a request as pages get it: text in UTF-8, without what social media put behind it. */
final class Addresses extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpURI address = request.getHttpURI();
        String query = address.getQuery();
        try {
            Parameters.requireReadable(String.valueOf(address.getPath()));
            Parameters.of(query == null ? "" : query);
        } catch (ProtocolException e) {
            Problem problem = Problem.of(e.status(), e.key(), e.args());
            Response.writeError(request, response, callback, e.status(), null, problem);
            return true;
        }
        return super.handle(query == null ? request : without(request, query), response, callback);
    }

    private static Request without(Request request, String query) {
        String kept = Tracking.without(query);
        return kept.equals(query)
                ? request
                : Request.serveAs(
                        request,
                        HttpURI.build(request.getHttpURI())
                                .query(kept.isEmpty() ? null : kept)
                                .asImmutable());
    }
}
