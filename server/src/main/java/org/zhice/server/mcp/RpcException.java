package org.zhice.server.mcp;

import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.util.LinkedHashMap;
import java.util.Map;

/** A message that cannot be answered, as JSON-RPC tells it; its text is written for who made the client. */
final class RpcException extends RuntimeException {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    static final int INVALID_PARAMS = -32602;
    static final int INTERNAL_ERROR = -32603;

    private static final long serialVersionUID = 1L;

    private final transient Object id;
    private final int code;

    /** @param id of the message; null if it has none that can be used */
    RpcException(Object id, int code, String message) {
        super(message);
        this.id = id;
        this.code = code;
    }

    static RpcException invalid(Object id, String message) {
        return new RpcException(id, INVALID_REQUEST, message);
    }

    /** Whether it is a message, of which only a part is wrong. */
    boolean isMessage() {
        return code != PARSE_ERROR && code != INVALID_REQUEST;
    }

    /** The answer as JSON; the library makes none without an id, which JSON-RPC then wants to be null. */
    Map<String, Object> response() {
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("jsonrpc", "2.0");
        response.put("id", id);
        response.put("error", new JSONRPCError(code, getMessage()));
        return response;
    }
}
