package org.zhice.server.front;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.web.Answer;

/** Sends what is answered before any page is asked. */
final class Sender {
    private Sender() {}

    /** Waits for nobody: the callback is told when the client has it. */
    static void send(Response response, Answer answer, Callback callback) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        answer.body().writeTo(bytes);
        response.setStatus(answer.status());
        response.getHeaders().put("Content-Type", answer.type());
        answer.headers().forEach(response.getHeaders()::put);
        response.write(true, ByteBuffer.wrap(bytes.toByteArray()), callback);
    }
}
