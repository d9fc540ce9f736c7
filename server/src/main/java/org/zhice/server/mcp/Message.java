package org.zhice.server.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.InitializeRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A message as a client sends it. The library takes much for a message that is none, and then answers nothing or fails. */
final class Message {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** What a request must have, by its method. */
    private static final Map<String, String> REQUIRED = Map.of(
            McpSchema.METHOD_INITIALIZE, "protocolVersion",
            McpSchema.METHOD_TOOLS_CALL, "name",
            McpSchema.METHOD_RESOURCES_READ, "uri");

    /** What is an object wherever it is there. */
    private static final String[] OBJECTS = {"arguments", "capabilities", "clientInfo", "_meta"};

    private final JsonNode json;

    private Message(JsonNode json) {
        this.json = json;
    }

    /**
     * The request of a message; empty if it asks for no answer.
     *
     * @throws RpcException if it is neither a request nor anything else that a client may send
     */
    static Optional<JSONRPCRequest> request(byte[] bytes) {
        return new Message(json(bytes)).request();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            JsonNode json = MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            return json.isMissingNode() ? unread("found nothing") : json;
        } catch (CharacterCodingException e) {
            return unread("found bytes that are not UTF-8");
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            return unread(
                    at == null ? "found none" : "wrong at line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    private static JsonNode unread(String found) {
        int levels = MAPPER.tokenStreamFactory().streamReadConstraints().getMaxNestingDepth();
        throw new RpcException(
                null,
                RpcException.PARSE_ERROR,
                "Parse error: expected one JSON object, each key once, at most " + levels + " levels deep; " + found);
    }

    private Optional<JSONRPCRequest> request() {
        if (json.isArray()) {
            throw RpcException.invalid(null, "Invalid request: found a batch, expected one message at a time");
        }
        if (!json.isObject()) {
            throw RpcException.invalid(null, "Invalid request: expected a JSON object");
        }
        Object id = id();
        require(
                json.path("jsonrpc").isString()
                        && json.path("jsonrpc").stringValue().equals("2.0"),
                id,
                "expected \"jsonrpc\": \"2.0\"");
        if (!json.has("method")) {
            require(json.has("result") || json.has("error"), id, "expected a \"method\"");
            return Optional.empty();
        }
        require(json.path("method").isString(), id, "expected a string as \"method\"");
        return id == null
                ? Optional.empty()
                : Optional.of(request(id, json.path("method").stringValue()));
    }

    /** What stands under {@code id}; null if there is nothing. */
    private Object id() {
        JsonNode id = json.get("id");
        if (id == null) {
            return null;
        }
        require(
                id.isString() || (id.isIntegralNumber() && id.canConvertToLong()),
                null,
                "expected a string or a whole number of 64 bits as \"id\"");
        return id.isString() ? id.stringValue() : id.numberValue();
    }

    private JSONRPCRequest request(Object id, String method) {
        JsonNode params = json.path("params");
        check(params.isObject() || params.isMissingNode(), id, "expected an object as \"params\"");
        String required = REQUIRED.get(method);
        check(required == null || params.path(required).isString(), id, "expected a string as \"" + required + "\"");
        for (String name : OBJECTS) {
            JsonNode one = params.path(name);
            check(one.isObject() || one.isMissingNode() || one.isNull(), id, "expected an object as \"" + name + "\"");
        }
        JsonNode cursor = params.path("cursor");
        check(cursor.isMissingNode() || cursor.isNull(), id, "found a \"cursor\"; lists are given whole, without one");
        Object given = MAPPER.convertValue(params, Object.class);
        check(!method.equals(McpSchema.METHOD_INITIALIZE) || isInitialize(given), id, "expected those of initialize");
        return new JSONRPCRequest(method, id, given);
    }

    /** The library takes what it cannot read there for a fault of its own. */
    private static boolean isInitialize(Object params) {
        try {
            return McpJsonDefaults.getMapper().convertValue(params, InitializeRequest.class) != null;
        } catch (IllegalArgumentException | JacksonException e) {
            return false;
        }
    }

    private static void require(boolean holds, Object id, String message) {
        if (!holds) {
            throw RpcException.invalid(id, "Invalid request: " + message);
        }
    }

    private static void check(boolean holds, Object id, String message) {
        if (!holds) {
            throw new RpcException(id, RpcException.INVALID_PARAMS, "Invalid params: " + message);
        }
    }
}
