package org.zhice.server.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.commons.io.input.ProxyInputStream;
import org.apache.jena.query.QueryCancelledException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.Queries;
import org.zhice.store.Releases;
import org.zhice.store.RemoteException;
import org.zhice.store.Terms;

/**
 * The tools {@code search}, {@code describe}, {@code list_saved_queries}, {@code run_saved_query} and {@code sparql} of
 * the <a href="https://modelcontextprotocol.io/">Model Context Protocol</a>, and the things of the graph as its resources. They
 * only read.
 */
public final class McpService {
    private static final Logger LOG = LoggerFactory.getLogger(McpService.class);
    private static final String NAME = "zhice";
    private static final String INSTRUCTIONS = Queries.text(McpService.class, "instructions.txt");

    private static final ServerCapabilities CAPABILITIES =
            ServerCapabilities.builder().tools(false).resources(false, false).build();

    private static final String TURTLE = "text/turtle";
    private static final List<ResourceTemplate> TEMPLATES = List.of(
            template("id/{type}/{local}", "thing", "What the graph says of a thing, such as agency/cnipa, in Turtle"),
            template("concept/{concept}", "concept", "What the graph says of a concept of its code lists, in Turtle"),
            template("graph/{graph}", "graph", "What is said of a named graph, in Turtle"));

    private final Limits limits;
    private final EntityTools entities;
    private final List<McpTool> tools;

    /**
     * A service over a graph.
     *
     * @param queries the saved queries
     * @param releases asked anew for each call
     */
    public McpService(SavedQueries queries, Releases releases, Limits limits) {
        this.limits = limits;
        entities = new EntityTools(releases, limits);
        tools = Stream.of(
                        new GraphTools(releases, limits).tools(),
                        entities.tools(),
                        new SavedQueryTools(queries, releases, limits).tools())
                .flatMap(List::stream)
                .toList();
    }

    private static ResourceTemplate template(String path, String name, String description) {
        return ResourceTemplate.builder(Terms.BASE + path, name)
                .description(description)
                .mimeType(TURTLE)
                .build();
    }

    /** The service over HTTP, without sessions: any request can go to any server. */
    public HttpServlet servlet() {
        HttpServletStatelessServerTransport transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(McpJsonDefaults.getMapper())
                .messageEndpoint("/mcp")
                .maxRequestSize(limits.requestBytes())
                .build();
        McpServer.sync(transport)
                .serverInfo(NAME, Terms.VERSION)
                .instructions(INSTRUCTIONS)
                .capabilities(CAPABILITIES)
                .tools(tools.stream()
                        .map(tool -> new McpStatelessServerFeatures.SyncToolSpecification(
                                tool.tool(), (context, request) -> call(tool, request)))
                        .toList())
                .resourceTemplates(TEMPLATES.stream()
                        .map(template -> new McpStatelessServerFeatures.SyncResourceTemplateSpecification(
                                template, (context, request) -> read(request.uri())))
                        .toList())
                .build();
        return transport;
    }

    /** Serves over two streams, one JSON message a line, until the first of them ends. */
    public void serve(InputStream in, OutputStream out) {
        CountDownLatch ended = new CountDownLatch(1);
        McpSyncServer server = McpServer.sync(
                        new StdioServerTransportProvider(McpJsonDefaults.getMapper(), watched(in, ended), out))
                .serverInfo(NAME, Terms.VERSION)
                .instructions(INSTRUCTIONS)
                .capabilities(CAPABILITIES)
                .tools(tools.stream()
                        .map(tool -> new McpServerFeatures.SyncToolSpecification(
                                tool.tool(), (exchange, request) -> call(tool, request)))
                        .toList())
                .resourceTemplates(TEMPLATES.stream()
                        .map(template -> new McpServerFeatures.SyncResourceTemplateSpecification(
                                template, (exchange, request) -> read(request.uri())))
                        .toList())
                .build();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.closeGracefully();
    }

    /** The transport does not tell when its input ends. */
    private static InputStream watched(InputStream in, CountDownLatch ended) {
        return new ProxyInputStream(in) {
            @Override
            protected void afterRead(int read) {
                if (read < 0) {
                    ended.countDown();
                }
            }
        };
    }

    private CallToolResult call(McpTool tool, CallToolRequest request) {
        try {
            Map<String, Object> inputs = request.arguments() == null ? Map.of() : request.arguments();
            Object answer = tool.call().apply(inputs);
            return result(McpJsonDefaults.getMapper().writeValueAsString(answer), false);
        } catch (ToolException e) {
            return result(e.getMessage(), true);
        } catch (RemoteException e) {
            return result(e.getMessage(), true);
        } catch (QueryCancelledException e) {
            return result(
                    "The time allowed for a query, " + limits.total().toSeconds()
                            + " seconds, is over; ask for less at once.",
                    true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            LOG.error("{} failed", tool.name(), e);
            return result("The server failed; the fault is in its log.", true);
        }
    }

    /** @throws McpError if there is no such thing */
    private ReadResourceResult read(String uri) {
        String turtle = entities.turtle(uri).orElseThrow(() -> McpError.RESOURCE_NOT_FOUND.apply(uri));
        return ReadResourceResult.builder(List.of(TextResourceContents.builder(uri, turtle)
                        .mimeType(TURTLE)
                        .build()))
                .build();
    }

    private static CallToolResult result(String text, boolean isError) {
        return CallToolResult.builder().addTextContent(text).isError(isError).build();
    }
}
