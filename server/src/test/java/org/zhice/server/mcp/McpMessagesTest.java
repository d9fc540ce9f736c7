package org.zhice.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.TestServer;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.memory.MemoryReleases;

/** What is no message, or not quite one, is answered with an error of JSON-RPC, over HTTP and over streams, and nothing ends. */
class McpMessagesTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"last\",\"method\":\"ping\"}";
    private static final String[] HEADERS = {"Accept", "application/json, text/event-stream"};
    private static final int LONGEST = 1_048_576;

    private static McpService service;

    @BeforeAll
    static void make() {
        Limits limits = Limits.read(TestServer.CONFIG);
        Releases releases = MemoryReleases.of(
                RDFDataMgr.loadDatasetGraph(
                                TestServer.MADE_UP.resolve("graph.trig").toString())
                        .stream()
                        .toList(),
                limits);
        service = new McpService(
                SavedQueries.read(Path.of(System.getProperty("zhice.home"), "queries")), releases, limits);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("", -32700, "null"),
                Arguments.of("  ", -32700, "null"),
                Arguments.of("not json", -32700, "null"),
                Arguments.of("{", -32700, "null"),
                Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}", -32700, "null"),
                Arguments.of(PING + PING, -32700, "null"),
                Arguments.of(PING + " 𠮷", -32700, "null"),
                Arguments.of("[".repeat(100_000), -32700, "null"),
                Arguments.of("{\"a\":".repeat(100_000), -32700, "null"),
                Arguments.of("\uFEFF" + PING, -32700, "null"),
                Arguments.of("'jsonrpc'", -32700, "null"),
                Arguments.of("NaN", -32700, "null"),
                Arguments.of("[]", -32600, "null"),
                Arguments.of("[" + PING + "]", -32600, "null"),
                Arguments.of("7", -32600, "null"),
                Arguments.of("null", -32600, "null"),
                Arguments.of("\"𠮷\"", -32600, "null"),
                Arguments.of("{}", -32600, "null"),
                Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":9}", -32600, "9"),
                Arguments.of("{\"jsonrpc\":\"1.0\",\"id\":9,\"method\":\"ping\"}", -32600, "9"),
                Arguments.of("{\"jsonrpc\":2.0,\"id\":9,\"method\":\"ping\"}", -32600, "9"),
                Arguments.of("{\"id\":9,\"method\":\"ping\"}", -32600, "9"),
                Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":7}", -32600, "9"),
                Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", -32600, "null"),
                Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}", -32600, "null"),
                Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":1.5,\"method\":\"ping\"}", -32600, "null"),
                Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":9223372036854775808,\"method\":\"ping\"}", -32600, "null"),
                Arguments.of(
                        "{\"jsonrpc\":\"2.0\",\"id\":-" + "9".repeat(900) + ",\"method\":\"ping\"}", -32600, "null"),
                Arguments.of(
                        "{\"jsonrpc\":\"2.0\",\"id\":" + "9".repeat(2000) + ",\"method\":\"ping\"}", -32700, "null"),
                Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", -32600, "null"),
                Arguments.of("{\"jsonrpc\":\"2.0\",\"id\":[1],\"method\":\"ping\"}", -32600, "null"),
                Arguments.of(request("none", "{}"), -32601, "9"),
                Arguments.of(request("", "{}"), -32601, "9"),
                Arguments.of(request("prompts/list", "{}"), -32601, "9"),
                Arguments.of(request("logging/setLevel", "{\"level\":\"debug\"}"), -32601, "9"),
                Arguments.of(request("ping", "[]"), -32602, "9"),
                Arguments.of(request("ping", "\"x\""), -32602, "9"),
                Arguments.of(request("ping", "null"), -32602, "9"),
                Arguments.of(request("initialize", "{}"), -32602, "9"),
                Arguments.of(request("initialize", "{\"protocolVersion\":1}"), -32602, "9"),
                Arguments.of(
                        request("initialize", "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":[]}"), -32602, "9"),
                Arguments.of(
                        request("initialize", "{\"protocolVersion\":\"2025-06-18\",\"clientInfo\":\"x\"}"),
                        -32602,
                        "9"),
                Arguments.of(
                        initializing("\"capabilities\":{\"roots\":5},\"clientInfo\":{\"name\":\"x\"}"), -32602, "9"),
                Arguments.of(initializing("\"capabilities\":{\"sampling\":[]}"), -32602, "9"),
                Arguments.of(initializing("\"capabilities\":{\"roots\":{\"listChanged\":\"x\"}}"), -32602, "9"),
                Arguments.of(
                        initializing("\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":[]}"),
                        -32602,
                        "9"),
                Arguments.of(request("tools/list", "{\"cursor\":\"x\"}"), -32602, "9"),
                Arguments.of(request("tools/call", "{}"), -32602, "9"),
                Arguments.of(request("tools/call", "{\"name\":5}"), -32602, "9"),
                Arguments.of(request("tools/call", "{\"name\":\"𠮷\"}"), -32602, "9"),
                Arguments.of(request("tools/call", "{\"name\":\"search\",\"arguments\":\"x\"}"), -32602, "9"),
                Arguments.of(request("tools/call", "{\"name\":\"search\",\"arguments\":[1]}"), -32602, "9"),
                Arguments.of(request("resources/read", "{}"), -32602, "9"),
                Arguments.of(request("resources/read", "{\"uri\":{}}"), -32602, "9"),
                Arguments.of(request("resources/read", "{\"uri\":\"\"}"), -32002, "9"),
                Arguments.of(request("resources/read", "{\"uri\":\"file:///etc/passwd\"}"), -32002, "9"),
                Arguments.of(
                        request("resources/read", "{\"uri\":\"https://w3id.org/zhice/id/agency/𠮷\"}"), -32002, "9"));
    }

    private static String initializing(String rest) {
        return request("initialize", "{\"protocolVersion\":\"2025-06-18\"," + rest + "}");
    }

    private static String request(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":9,\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrong_message_is_told_by_its_code_on_both_ways(String message, int code, String id) {
        HttpResponse<String> response = post(message, HEADERS);
        JsonObject posted = JSON.parse(response.body());
        Map<String, JsonObject> lines = lines(message.getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(code == -32700 || code == -32600 ? 400 : 200);
        for (JsonObject answer : List.of(posted, lines.get(id))) {
            assertThat(answer.getString("jsonrpc")).isEqualTo("2.0");
            assertThat(String.valueOf(answer.get("id"))).isEqualTo(id);
            assertThat(answer.getObj("error").get("code")).as(answer.toString()).hasToString(String.valueOf(code));
            assertThat(answer.toString()).hasSizeLessThan(600).doesNotContain("\\tat ", "Exception", "tools.jackson");
        }
        assertThat(lines.get("last").get("result")).isNotNull();
    }

    static Stream<String> untold() {
        return Stream.of(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"𠮷\",\"params\":7}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"tools/call\"}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-1,\"message\":\"x\"}}");
    }

    @ParameterizedTest
    @MethodSource("untold")
    void what_asks_nothing_is_answered_nothing(String message) {
        HttpResponse<String> response = post(message, HEADERS);

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEmpty();
        assertThat(lines(message.getBytes(StandardCharsets.UTF_8))).containsOnlyKeys("last");
    }

    @Test
    void bytes_that_are_not_utf_8_are_no_message() {
        byte[] gbk = request("none", "{\"x\":\"专利\"}").getBytes(java.nio.charset.Charset.forName("GBK"));

        assertThat(lines(gbk).get("null").getObj("error").get("code")).hasToString("-32700");
        HttpResponse<String> response = SERVER.send(SERVER.request("/mcp", HEADERS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(gbk)));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("-32700", "UTF-8");
    }

    @Test
    void message_that_is_too_long_is_refused_and_the_next_one_answered() {
        String filler = "9".repeat(LONGEST);
        byte[] message = request("ping", "{\"x\":\"" + filler + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(lines(message).get("null").getObj("error").getString("message"))
                .contains("1048576 bytes");
        HttpResponse<String> told = post(new String(message, StandardCharsets.UTF_8), HEADERS);
        assertThat(told.statusCode()).isEqualTo(413);
        HttpResponse<String> chunked = SERVER.send(SERVER.request("/mcp", HEADERS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(message))));
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(JSON.parse(chunked.body()).getString("type")).endsWith("/too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    void version_that_both_know_is_spoken(String version) {
        String answer = post(initialize(version), "Accept", HEADERS[1], "MCP-Protocol-Version", version)
                .body();
        assertThat(JSON.parse(answer).getObj("result").getString("protocolVersion"))
                .isEqualTo(version);
    }

    @Test
    void other_version_is_answered_with_one_of_ours_and_refused_in_the_header() {
        String answer = post(initialize("1999-01-01"), HEADERS).body();
        assertThat(JSON.parse(answer).getObj("result").getString("protocolVersion"))
                .isEqualTo("2025-11-25");
        HttpResponse<String> refused = post(PING, "Accept", HEADERS[1], "MCP-Protocol-Version", "1999-01-01");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("-32600", "2025-11-25");
    }

    private static String initialize(String version) {
        return request(
                "initialize",
                "{\"protocolVersion\":\"" + version + "\",\"capabilities\":{},"
                        + "\"clientInfo\":{\"name\":\"𠮷\",\"version\":\"1\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/event-stream", "text/html", ""})
    void accept_names_both_types(String accept) {
        HttpResponse<String> response = post(PING, "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(JSON.parse(response.body()).getObj("error").getString("message"))
                .contains("text/event-stream");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/json; charset=GBK", "application/jsonx", "", "application/xml, x"})
    void content_is_json_in_utf_8(String type) {
        HttpResponse<String> response = SERVER.post("/mcp", type, PING, HEADERS);
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(JSON.parse(response.body()).getObj("error").get("code")).hasToString("-32600");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json; charset=UTF-8", "Application/JSON;charset=\"utf-8\"", "application/json"})
    void utf_8_may_be_named(String type) {
        assertThat(SERVER.post("/mcp", type, PING, HEADERS).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "PATCH"})
    void other_methods_are_refused(String method) {
        HttpResponse<String> response = SERVER.send(method, "/mcp", HEADERS);
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("POST, OPTIONS");
    }

    private static HttpResponse<String> post(String message, String... headers) {
        return SERVER.post("/mcp", "application/json", message, headers);
    }

    /** What comes back of a message and a ping after it, by id. */
    private static Map<String, JsonObject> lines(byte[] message) {
        ByteArrayOutputStream in = new ByteArrayOutputStream();
        in.writeBytes(message);
        in.writeBytes(("\n" + PING + "\n").getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        service.serve(new ByteArrayInputStream(in.toByteArray()), out);
        Map<String, JsonObject> answers = new HashMap<>();
        out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(JSON::parse)
                .forEach(answer -> answers.put(id(answer), answer));
        return answers;
    }

    private static String id(JsonObject answer) {
        return answer.get("id") == null || answer.get("id").isNull()
                ? "null"
                : answer.get("id").toString().replace("\"", "");
    }
}
