package org.zhice.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One kept connection, on which requests follow each other; it costs little beside a server that answers from memory. */
final class Rider implements AutoCloseable {
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LAST_CHUNK = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LENGTH = "\r\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;

    Rider(int port) throws IOException {
        this(port, 0);
    }

    /** From an address of its own for each client: a server may limit what one of them gets. */
    Rider(int port, int client) throws IOException {
        InetAddress from = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (1 + client)});
        socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
        socket.setTcpNoDelay(true);
        in = socket.getInputStream();
    }

    /** The bytes of a request without a body. */
    static byte[] request(int port, String path, String headers) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Sends a request and reads its answer.
     *
     * @return how many bytes its body has
     */
    int ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        filled = 0;
        int head = headBytes();
        int length = length(head);
        int whole = head + length;
        while (length < 0 ? !endsWith(LAST_CHUNK) : filled < whole) {
            fill(length < 0 ? filled + 1 : whole);
        }
        return filled - head;
    }

    /** As {@link #ask}; its head. */
    String head(byte[] request) throws IOException {
        int body = ask(request);
        return new String(buffer, 0, filled - body, StandardCharsets.ISO_8859_1);
    }

    /** As {@link #ask}; its body. */
    byte[] body(byte[] request) throws IOException {
        int body = ask(request);
        return Arrays.copyOfRange(buffer, filled - body, filled);
    }

    /** Whether the answer that came last has status 200. */
    boolean isGood() {
        return buffer[9] == '2' && buffer[11] == '0';
    }

    /** The beginning of the answer that came last. */
    String last() {
        return new String(buffer, 0, Math.min(filled, 1_000), StandardCharsets.UTF_8);
    }

    private int headBytes() throws IOException {
        int looked = 0;
        while (true) {
            fill(filled + 1);
            for (; looked + END.length <= filled; looked++) {
                if (Arrays.equals(buffer, looked, looked + END.length, END, 0, END.length)) {
                    return looked + END.length;
                }
            }
        }
    }

    /** What a body in chunks ends with; the chunks are read on as they come. */
    private boolean endsWith(byte[] end) {
        return Arrays.equals(buffer, Math.max(0, filled - end.length), filled, end, 0, end.length);
    }

    /** A server that knows the length says it; -1 if the body comes in chunks. */
    private int length(int head) throws IOException {
        for (int at = 0; at + LENGTH.length < head; at++) {
            if (matches(at, LENGTH)) {
                int length = 0;
                for (int digit = at + LENGTH.length; buffer[digit] != '\r'; digit++) {
                    length = 10 * length + buffer[digit] - '0';
                }
                return length;
            }
        }
        if (new String(buffer, 0, head, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return -1;
        }
        throw new IOException("no length: " + new String(buffer, 0, head, StandardCharsets.ISO_8859_1));
    }

    private boolean matches(int at, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (name[i] != buffer[at + i] && name[i] != (buffer[at + i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private void fill(int wanted) throws IOException {
        if (buffer.length < wanted) {
            buffer = Arrays.copyOf(buffer, Math.max(wanted, 2 * buffer.length));
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("the server has closed the connection in the place of an answer");
        }
        filled += read;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
