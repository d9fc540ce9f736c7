package org.zhice.server.cache;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Holds an answer back until it is whole. Whoever makes it waits for no client that reads slowly, and what fails on the way
 * has not begun. An answer that is too long to be kept goes on its way when that is seen.
 */
final class Capture extends Response.Wrapper implements Callback {
    private final int most;
    private final Callback callback;
    private final Consumer<byte[]> whole;
    private final Runnable unkept;

    private ByteArrayOutputStream held = new ByteArrayOutputStream();
    private volatile boolean begun;
    private volatile boolean last;
    private volatile boolean passed;

    /**
     * Around one answer.
     *
     * @param callback of the request
     * @param most the most bytes that are held back
     * @param whole told the bytes when all are there; it answers the client
     * @param unkept told once if that will not be: the answer goes on to the client, or an error
     */
    Capture(Request request, Response response, Callback callback, int most, Consumer<byte[]> whole, Runnable unkept) {
        super(request, response);
        this.most = most;
        this.callback = callback;
        this.whole = whole;
        this.unkept = unkept;
    }

    @Override
    public void write(boolean isLast, ByteBuffer bytes, Callback written) {
        begun = true;
        last |= isLast;
        int length = bytes == null ? 0 : bytes.remaining();
        if (passed) {
            super.write(isLast, bytes, written);
        } else if (held.size() + length > most) {
            pass(isLast, bytes, written);
        } else {
            if (length > 0) {
                byte[] piece = new byte[length];
                bytes.get(piece);
                held.writeBytes(piece);
            }
            written.succeeded();
        }
    }

    private void pass(boolean isLast, ByteBuffer bytes, Callback written) {
        passed = true;
        unkept.run();
        ByteBuffer before = ByteBuffer.wrap(held.toByteArray());
        held = null;
        super.write(
                false,
                before,
                Callback.from(written.getInvocationType(), () -> super.write(isLast, bytes, written), written::failed));
    }

    /** To whoever makes the answer it is on its way. */
    @Override
    public boolean isCommitted() {
        return begun || super.isCommitted();
    }

    @Override
    public boolean hasLastWrite() {
        return last || super.hasLastWrite();
    }

    @Override
    public void reset() {
        if (begun) {
            throw new IllegalStateException("begun");
        }
        super.reset();
    }

    @Override
    public void succeeded() {
        if (passed) {
            callback.succeeded();
        } else {
            whole.accept(held.toByteArray());
        }
    }

    @Override
    public void failed(Throwable failure) {
        if (passed) {
            callback.failed(failure);
        } else {
            unkept.run();
            discard();
            Response.writeError(getRequest(), getWrapped(), callback, failure);
        }
    }

    /** Takes back what was held, so that an error can be told in its place. */
    void discard() {
        if (begun && !passed) {
            getWrapped().reset();
        }
    }
}
