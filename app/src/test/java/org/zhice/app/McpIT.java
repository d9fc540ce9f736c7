package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McpIT {
    @TempDir
    static Path checkout;

    @BeforeAll
    static void link() throws IOException {
        LinkedCheckout.in(checkout);
    }

    /** The plan of 2023 gives its task 30, on the Kunlun campaign, to the Ministry of Public Security alone. */
    @Test
    void the_start_script_serves_a_language_model_over_its_own_streams() throws Exception {
        ServerParameters program = ServerParameters.builder(
                        checkout.resolve("zhice").toString())
                .args("mcp")
                .build();
        try (McpSyncClient client = McpClient.sync(new StdioClientTransport(program, McpJsonDefaults.getMapper()))
                .requestTimeout(Duration.ofMinutes(2))
                .initializationTimeout(Duration.ofMinutes(2))
                .build()) {
            client.initialize();
            assertThat(client.listTools().tools()).hasSize(5);
            String answer = client.callTool(CallToolRequest.builder("describe")
                            .arguments(Map.of("thing", "task:2023-030"))
                            .build())
                    .content()
                    .toString();
            assertThat(answer).contains("agency:mps", "campaign:kunlun-2023");
        }
    }

    @Test
    void rubbish_is_answered_the_session_goes_on_and_ends_with_its_input() throws Exception {
        Process program = new ProcessBuilder(checkout.resolve("zhice").toString(), "mcp")
                .redirectError(checkout.resolve("mcp.log").toFile())
                .start();
        try (OutputStream in = program.getOutputStream()) {
            in.write("""

                    not json
                    []
                    {"jsonrpc":"2.0","id":9}
                    {"jsonrpc":"2.0","id":"𠮷","method":"ping"}
                    """.getBytes(StandardCharsets.UTF_8));
        }
        String answers = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertThat(answers.lines()).hasSize(5).allMatch(line -> line.startsWith("{\"jsonrpc\":\"2.0\""));
        assertThat(answers.lines().filter(line -> line.contains("-32700"))).hasSize(2);
        assertThat(answers.lines().filter(line -> line.contains("-32600"))).hasSize(2);
        assertThat(answers).contains("\"id\":\"𠮷\",\"result\":{}").doesNotContain("\\tat ");
        assertThat(Files.readString(checkout.resolve("mcp.log"))).doesNotContain("\tat ");
    }
}
