package org.zhice.server.mcp;

import io.modelcontextprotocol.spec.HttpHeaders;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MimeTypes;

/**
 * Exchange over HTTP without sessions: each is posted, and answered on the spot. What is no message is answered as JSON-RPC
 * tells errors, with a status of 4xx.
 */
final class McpServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";

    private final transient Supplier<Exchange> exchange;
    private final int most;

    /**
     * @param exchange asked for at each request
     * @param most bytes of a message
     */
    McpServlet(Supplier<Exchange> exchange, int most) {
        this.exchange = exchange;
        this.most = most;
    }

    /** A request that is refused as a whole. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refusal(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            requireSense(request);
            Optional<byte[]> answer = exchange.get().answer(body(request));
            send(response, answer.isPresent() ? 200 : 202, answer.orElse(new byte[0]));
        } catch (RpcException e) {
            send(response, e.isMessage() ? 200 : 400, Exchange.bytes(e.response()));
        } catch (Refusal e) {
            send(
                    response,
                    e.status,
                    Exchange.bytes(RpcException.invalid(null, e.getMessage()).response()));
        }
    }

    private void requireSense(HttpServletRequest request) {
        if (!Callers.mayCall(request)) {
            throw new Refusal(
                    403,
                    "Forbidden: expected localhost or the address given to the server as --public-url in Host and"
                            + " Origin, so that no page of another site can use it unseen");
        }
        require(request.getMethod().equals("POST"), 405, "Method not allowed: expected POST");
        requireJson(request);
        requireAccept(request);
        String version = request.getHeader(HttpHeaders.PROTOCOL_VERSION);
        require(
                version == null || Exchange.VERSIONS.contains(version),
                400,
                "Unknown MCP-Protocol-Version: expected one of " + String.join(", ", Exchange.VERSIONS));
    }

    private static void requireJson(HttpServletRequest request) {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        String charset = MimeTypes.getCharsetFromContentType(type);
        require(
                MimeTypes.getContentTypeWithoutCharset(type)
                                .replaceFirst(";.*", "")
                                .strip()
                                .equals(JSON)
                        && (charset == null || charset.equals("utf-8")),
                415,
                "Unsupported Content-Type: expected application/json in UTF-8");
    }

    /** The protocol wants both to be named, whichever of them is sent. */
    private static void requireAccept(HttpServletRequest request) {
        String accept =
                String.join(",", Collections.list(request.getHeaders("Accept"))).toLowerCase(Locale.ROOT);
        require(
                accept.contains(JSON) && accept.contains(EVENTS),
                406,
                "Not acceptable: expected Accept: application/json, text/event-stream");
    }

    private static void require(boolean holds, int status, String message) {
        if (!holds) {
            throw new Refusal(status, message);
        }
    }

    /** Jetty ends a body that is too long before it is read to its end, or finds fault with its chunks. */
    private byte[] body(HttpServletRequest request) throws IOException {
        try {
            byte[] body = request.getInputStream().readNBytes(most + 1);
            require(body.length <= most, 413, tooLong());
            return body;
        } catch (IOException | HttpException.RuntimeException e) {
            HttpException told = HttpException.asHttpException(e);
            boolean large = told != null && told.getCode() == 413;
            throw new Refusal(large ? 413 : 400, large ? tooLong() : "Bad request: the body cannot be read");
        }
    }

    private String tooLong() {
        return "Too large: expected a message of " + most + " bytes at most";
    }

    private static void send(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        if (status == 405) {
            response.setHeader("Allow", "POST, OPTIONS");
        }
        if (status == 413) {
            response.setHeader("Connection", "close");
        }
        if (body.length > 0) {
            response.setContentType(JSON);
            response.getOutputStream().write(body);
        }
    }
}
