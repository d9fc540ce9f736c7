package org.zhice.server.front;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.zhice.store.FrontLimits;

/** Longer addresses are refused: what is longer can be posted. */
final class AddressLimit extends Handler.Wrapper {
    private final int most;

    AddressLimit(FrontLimits limits) {
        most = limits.addressBytes();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getHttpURI().getPathQuery().length() <= most) {
            return super.handle(request, response, callback);
        }
        Response.writeError(request, response, callback, HttpStatus.URI_TOO_LONG_414);
        return true;
    }
}
