package org.zhice.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.server.TestServer;

/** A page of another site cannot send messages, be it by its own address or by a name that leads to this machine. */
class McpCallersTest {
    @RegisterExtension
    static final TestServer LOCAL = new TestServer();

    @RegisterExtension
    static final TestServer PUBLIC = new TestServer().at("https://zhice.example");

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

    @ParameterizedTest
    @CsvSource({
        "localhost, , 200",
        "127.0.0.1, , 200",
        "[::1], , 200",
        "localhost:9, http://localhost:9, 200",
        "localhost, https://LOCALHOST, 200",
        "localhost, http://127.0.0.1:6274, 200",
        "localhost, http://[::1]:6274, 200",
        "localhost, http://evil.example, 403",
        "localhost, http://localhost.evil.example, 403",
        "localhost, http://evil.example/http://localhost, 403",
        "localhost, http://127.0.0.1.evil.example, 403",
        "localhost, http://localhost@evil.example, 403",
        "localhost, null, 403",
        "localhost, file://, 403",
        "localhost, http://%, 403",
        "localhost, 'http://localhost http://evil.example', 403",
        "evil.example, http://evil.example, 403",
        "evil.example:80, http://localhost, 403",
        "evil.example, , 403",
        "localhost.evil.example, , 403",
    })
    void only_this_machine_is_heard(String host, String origin, int status) throws IOException {
        assertThat(status(LOCAL, host, origin)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "zhice.example, https://zhice.example, 200",
        "zhice.example, , 200",
        "zhice.example, http://localhost:6274, 200",
        "zhice.example, http://zhice.example, 403",
        "zhice.example, https://zhice.example:444, 403",
        "zhice.example, https://evil.example, 403",
    })
    void public_server_hears_its_own_pages(String host, String origin, int status) throws IOException {
        assertThat(status(PUBLIC, host, origin)).isEqualTo(status);
    }

    /** Over a bare connection: Java's client lets nobody choose the host. */
    private static int status(TestServer server, String host, String origin) throws IOException {
        URI url = URI.create(server.url("/mcp"));
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head = "POST /mcp HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                    + (origin == null ? "" : "Origin: " + origin + "\r\n")
                    + "Accept: application/json, text/event-stream\r\nContent-Type: application/json\r\nContent-Length: "
                    + PING.length() + "\r\n\r\n" + PING;
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).contains(answer.startsWith("HTTP/1.1 200") ? "\"result\"" : "\"error\"");
            return Integer.parseInt(answer.substring(9, 12));
        }
    }
}
