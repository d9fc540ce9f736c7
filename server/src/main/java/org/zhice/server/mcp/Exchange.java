package org.zhice.server.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What both ways of speaking with a client share: bytes of a message in, those of the answer out. */
final class Exchange implements McpStatelessServerTransport {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

    static final List<String> VERSIONS = List.of(
            ProtocolVersions.MCP_2024_11_05,
            ProtocolVersions.MCP_2025_03_26,
            ProtocolVersions.MCP_2025_06_18,
            ProtocolVersions.MCP_2025_11_25);

    private McpStatelessServerHandler handler;

    @Override
    public void setMcpHandler(McpStatelessServerHandler mcpHandler) {
        handler = mcpHandler;
    }

    @Override
    public List<String> protocolVersions() {
        return VERSIONS;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.empty();
    }

    /**
     * The answer to a message; empty if it wants none: nothing that a client only tells is of use here.
     *
     * @throws RpcException if it is no message
     */
    Optional<byte[]> answer(byte[] message) {
        return Message.request(message).map(this::answer).map(Exchange::bytes);
    }

    private Object answer(JSONRPCRequest request) {
        try {
            JSONRPCResponse response =
                    handler.handleRequest(McpTransportContext.EMPTY, request).block();
            return response.error() != null && response.error().code() == RpcException.INTERNAL_ERROR
                    ? failed(request)
                    : response;
        } catch (RuntimeException e) {
            LOG.error("{} failed", request.method(), e);
            return failed(request);
        }
    }

    private static Object failed(JSONRPCRequest request) {
        String message = "Internal error: the server failed; the fault is in its log";
        return new RpcException(request.id(), RpcException.INTERNAL_ERROR, message).response();
    }

    static byte[] bytes(Object response) {
        try {
            return McpJsonDefaults.getMapper().writeValueAsBytes(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
