package org.zhice.server.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
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
import java.util.stream.Stream;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Problems;
import org.zhice.store.Limits;
import org.zhice.store.Queries;
import org.zhice.store.Releases;
import org.zhice.store.Terms;

/**
 * The tools {@code search}, {@code describe}, {@code list_saved_queries}, {@code run_saved_query} and {@code sparql} of
 * the <a href="https://modelcontextprotocol.io/">Model Context Protocol</a>, and the things of the graph as its resources. They
 * only read.
 */
public final class McpService {
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
    private Exchange exchange;

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
        return new McpServlet(this::exchange, limits.requestBytes());
    }

    /**
     * Serves over two streams, one JSON message a line, until the first of them ends and all is answered.
     *
     * @throws java.io.UncheckedIOException if the first cannot be read
     */
    public void serve(InputStream in, OutputStream out) {
        new Lines(exchange(), limits, out).serve(in);
    }

    /** One server for both ways: it keeps nothing of a client. Made for the first who asks, since that takes a fifth of a second. */
    private synchronized Exchange exchange() {
        if (exchange == null) {
            exchange = made();
        }
        return exchange;
    }

    private Exchange made() {
        Exchange made = new Exchange();
        McpServer.sync(made)
                .serverInfo(NAME, Terms.VERSION)
                .instructions(INSTRUCTIONS)
                .capabilities(CAPABILITIES)
                .immediateExecution(true)
                .tools(tools.stream()
                        .map(tool -> new McpStatelessServerFeatures.SyncToolSpecification(
                                tool.tool(), (context, request) -> call(tool, request)))
                        .toList())
                .resourceTemplates(TEMPLATES.stream()
                        .map(template -> new McpStatelessServerFeatures.SyncResourceTemplateSpecification(
                                template, (context, request) -> read(request.uri())))
                        .toList())
                .build();
        return made;
    }

    private CallToolResult call(McpTool tool, CallToolRequest request) {
        try {
            Map<String, Object> inputs = request.arguments() == null ? Map.of() : request.arguments();
            Object answer = tool.call().apply(inputs);
            return result(McpJsonDefaults.getMapper().writeValueAsString(answer), false);
        } catch (ToolException e) {
            return result(e.getMessage(), true);
        } catch (RuntimeException e) {
            return result(told(Problems.of(e, limits)), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the words of the other pages; a fault of the server is in its log. */
    private static String told(Problem problem) {
        return problem.getRC() == 500
                ? "The server failed; the fault is in its log."
                : problem.text(Messages.in(Language.EN));
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
