package org.zhice.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.server.TestServer;

/** What the scenarios of the conformance suite ask of a server that has tools and resources only, in our own words. */
class McpScenariosTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static HttpResponse<String> post(String message, String... headers) {
        String[] all = Stream.concat(Stream.of("Accept", "application/json, text/event-stream"), Stream.of(headers))
                .toArray(String[]::new);
        return SERVER.post("/mcp", "application/json", message, all);
    }

    private static JsonObject result(String method, String params) {
        HttpResponse<String> response = post(message(7, method, params));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.parse(response.body()).getObj("result");
    }

    private static String message(int id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @Test
    void a_client_begins_as_often_as_it_likes_and_gets_no_session() {
        String initialize = message(
                1,
                "initialize",
                "{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"𠮷\",\"version\":\"1\"}}");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> response = post(initialize);
            JsonObject told = JSON.parse(response.body()).getObj("result");

            assertThat(response.headers().firstValue("Mcp-Session-Id")).isEmpty();
            assertThat(told.getString("protocolVersion")).isEqualTo("2025-11-25");
            assertThat(told.getObj("serverInfo").getString("name")).isEqualTo("zhice");
            assertThat(told.getObj("capabilities").keys()).containsExactlyInAnyOrder("tools", "resources");
        }
        String begun = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
        assertThat(post(begun, "MCP-Protocol-Version", "2025-11-25").statusCode())
                .isEqualTo(202);
        assertThat(post(message(2, "ping", "{}"), "Mcp-Session-Id", "none-of-ours")
                        .body())
                .contains("\"id\":2", "\"result\":{}");
    }

    @Test
    void each_tool_says_what_it_is_and_what_it_takes() {
        List<JsonObject> tools = result("tools/list", "{}")
                .getArray("tools")
                .map(tool -> tool.getAsObject())
                .toList();

        assertThat(tools).hasSize(5).allSatisfy(tool -> {
            assertThat(tool.getString("name")).matches("[a-z_]+");
            assertThat(tool.getString("description")).hasSizeGreaterThan(20);
            assertThat(tool.getObj("inputSchema").getString("type")).isEqualTo("object");
        });
    }

    @Test
    void a_tool_answers_with_text_and_tells_its_errors_as_results() {
        String good = "{\"name\":\"sparql\",\"arguments\":{\"query\":\"ASK {}\"},\"_meta\":{\"progressToken\":\"𠮷\"}}";
        JsonObject content = result("tools/call", good)
                .getArray("content")
                .findFirst()
                .orElseThrow()
                .getAsObject();
        assertThat(content.getString("type")).isEqualTo("text");
        assertThat(content.getString("text")).contains("true");

        JsonObject failed = result("tools/call", "{\"name\":\"sparql\",\"arguments\":{\"query\":\"ASK {\"}}");
        assertThat(failed.getBoolean("isError")).isTrue();
        assertThat(failed.toString()).contains("line 1");
    }

    @Test
    void resources_are_told_by_templates_and_read() {
        assertThat(result("resources/list", "{}").getArray("resources")).isEmpty();
        assertThat(result("resources/templates/list", "{}").getArray("resourceTemplates"))
                .isNotEmpty()
                .allSatisfy(template -> assertThat(template.getAsObject().getString("uriTemplate"))
                        .contains("{", "}"));
        JsonObject read = result("resources/read", "{\"uri\":\"https://w3id.org/zhice/id/agency/cnipa\"}")
                .getArray("contents")
                .findFirst()
                .orElseThrow()
                .getAsObject();
        assertThat(read.getString("mimeType")).isEqualTo("text/turtle");
        assertThat(read.getString("text")).contains("国家知识产权局");
        assertThat(read.getString("uri")).endsWith("agency/cnipa");
    }

    @Test
    void several_messages_at_once_are_each_answered() {
        List<String> answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(id -> post(message(id, "tools/list", "{}")).body())
                .toList();

        for (int id = 0; id < 4; id++) {
            assertThat(answers.get(id)).contains("\"id\":" + id, "\"tools\"");
        }
    }
}
