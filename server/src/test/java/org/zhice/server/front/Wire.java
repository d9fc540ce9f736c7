package org.zhice.server.front;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection on which anything can be sent, also what no HTTP client would. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 15_000;

    private final Socket socket;

    public Wire(String host, int port) throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Sends a text, each character as one byte. */
    public Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    public Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Nothing more will come. */
    public Wire end() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that comes until the other side closes; fails if it never does. */
    public String rest() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] piece = new byte[8_192];
        try {
            InputStream in = socket.getInputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                all.write(piece, 0, read);
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open after " + PATIENCE_MILLIS + " ms: " + text(all), e);
        } catch (IOException e) {
            return text(all);
        }
        return text(all);
    }

    private static String text(ByteArrayOutputStream all) {
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
