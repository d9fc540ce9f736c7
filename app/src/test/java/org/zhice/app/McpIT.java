package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class McpIT {
    @TempDir
    Path checkout;

    /** The plan of 2023 gives its task 30, on the Kunlun campaign, to the Ministry of Public Security alone. */
    @Test
    void the_start_script_serves_a_language_model_over_its_own_streams() throws Exception {
        LinkedCheckout.in(checkout);
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
}
