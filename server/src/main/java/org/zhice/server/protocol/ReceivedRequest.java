package org.zhice.server.protocol;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Request;

/** A request whose body has been received, and is read from memory. */
public class ReceivedRequest extends Request.Wrapper {
    private final Content.Source source;

    /**
     * Another request with this body.
     *
     * @param body is read once, and must not change until then
     */
    public ReceivedRequest(Request request, byte[] body) {
        super(request);
        this.source = new ByteBufferContentSource(ByteBuffer.wrap(body));
    }

    @Override
    public Content.Chunk read() {
        return source.read();
    }

    @Override
    public void demand(Runnable demandCallback) {
        source.demand(demandCallback);
    }

    @Override
    public void fail(Throwable failure) {
        source.fail(failure);
    }
}
