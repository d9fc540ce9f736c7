package org.zhice.server.front;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.web.Reply;

/** Resets the connection of an answer that does not come to its end, for whatever reason. */
final class BreakOff extends Handler.Wrapper {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint end = request.getConnectionMetaData().getConnection().getEndPoint();
        request.addHttpStreamWrapper(stream -> new Watched(stream, end));
        return super.handle(request, response, callback);
    }

    private static final class Watched extends HttpStream.Wrapper {
        private final EndPoint end;
        private volatile boolean whole;

        Watched(HttpStream stream, EndPoint end) {
            super(stream);
            this.end = end;
        }

        @Override
        public void send(
                MetaData.Request request,
                MetaData.Response response,
                boolean last,
                ByteBuffer content,
                Callback callback) {
            whole |= last;
            super.send(request, response, last, content, callback);
        }

        /** Jetty says so of some that have no end, too. */
        @Override
        public void succeeded() {
            if (!whole) {
                Reply.reset(end);
            }
            super.succeeded();
        }

        @Override
        public void failed(Throwable failure) {
            Reply.reset(end);
            super.failed(failure);
        }
    }
}
