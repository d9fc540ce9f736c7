package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools for language models, called by the protocol's own client over HTTP. */
class McpTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static McpSyncClient client;

    @BeforeAll
    static void connect() {
        client = McpClient.sync(HttpClientStreamableHttpTransport.builder(SERVER.url(""))
                        .endpoint("/mcp")
                        .build())
                .build();
        client.initialize();
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    private static CallToolResult call(String tool, Map<String, Object> inputs) {
        return client.callTool(CallToolRequest.builder(tool).arguments(inputs).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().get(0)).text();
    }

    private static JsonObject answer(String tool, Map<String, Object> inputs) {
        CallToolResult result = call(tool, inputs);
        assertThat(result.isError()).as(text(result)).isFalse();
        return JSON.parse(text(result));
    }

    @Test
    void there_are_five_tools_that_only_read_and_a_word_on_how_to_begin() {
        assertThat(client.listTools().tools())
                .extracting(Tool::name)
                .containsExactlyInAnyOrder("search", "describe", "sparql", "list_saved_queries", "run_saved_query");
        assertThat(client.listTools().tools())
                .allMatch(tool -> tool.annotations().readOnlyHint());
        assertThat(client.getServerInstructions()).contains("list_saved_queries");
    }

    @Test
    void search_finds_names_in_both_scripts_the_whole_name_first() {
        for (String text : new String[] {"中华人民共和国商标法", "中華人民共和國商標法", "商标法", "trademark law"}) {
            JsonObject hits = answer("search", Map.of("text", text));
            JsonObject first = hits.get("hits").getAsArray().get(0).getAsObject();
            assertThat(first.getString("thing")).as(text).isEqualTo("instrument:trademark-law");
            assertThat(first.getString("type")).isEqualTo("instrument");
        }
        assertThat(answer("search", Map.of("text", "𠮷氏品种试点")).get("total")).hasToString("1");
        assertThat(answer("search", Map.of("text", "没有的东西")).get("hits").getAsArray())
                .isEmpty();
    }

    @Test
    void describe_tells_what_a_thing_says_and_what_mentions_it() {
        String task = answer("describe", Map.of("thing", "task:2023-001")).toString();
        assertThat(task).contains("修改商标法", "responsibility:2023-001-2");
        JsonObject agency = answer("describe", Map.of("thing", "https://w3id.org/zhice/id/agency/cnipa"));
        assertThat(agency.getString("thing")).isEqualTo("agency:cnipa");
        assertThat(agency.get("mentioned_by").toString()).contains("responsibility:2019-001-1");
    }

    /** Of a list that is cut a model must not believe that it is whole. */
    @Test
    void describe_says_how_much_it_leaves_out() {
        JsonObject mentions = answer("describe", Map.of("thing", "agency:gacc")).getObj("mentioned_by");
        int whole = mentions.get("total").getAsNumber().value().intValue();
        assertThat(mentions.getBoolean("whole")).isTrue();
        assertThat(mentions.get("statements").getAsArray()).hasSize(whole);

        JsonObject some = answer("describe", Map.of("thing", "agency:gacc", "limit", 1));
        assertThat(some.getObj("mentioned_by").get("statements").getAsArray()).hasSize(1);
        assertThat(some.getObj("mentioned_by").get("total")).hasToString(String.valueOf(whole));
        assertThat(some.getObj("mentioned_by").getBoolean("whole")).isFalse();
        assertThat(some.getObj("says").getBoolean("whole")).isFalse();
    }

    @Test
    void things_are_resources_under_their_own_names() {
        assertThat(client.listResourceTemplates().resourceTemplates())
                .extracting(ResourceTemplate::uriTemplate)
                .contains("https://w3id.org/zhice/id/{type}/{local}");
        String uri = "https://w3id.org/zhice/id/agency/cnipa";
        assertThat(read(uri).text()).contains("国家知识产权局", "\"CNIPA\"@en");
        assertThat(read(uri).mimeType()).isEqualTo("text/turtle");
        assertThatThrownBy(() -> read("https://w3id.org/zhice/id/agency/𠮷"))
                .isInstanceOf(McpError.class)
                .hasMessageContaining("not found");
    }

    private static TextResourceContents read(String uri) {
        return (TextResourceContents)
                client.readResource(ReadResourceRequest.builder(uri).build())
                        .contents()
                        .get(0);
    }

    @Test
    void saved_queries_are_found_as_on_their_page_whatever_the_script() {
        for (String words : new String[] {"部门 牵头", "部門　牽頭", "AGENCY lead", "ａｇｅｎｃｙ"}) {
            assertThat(text(call("list_saved_queries", Map.of("text", words))))
                    .as(words)
                    .contains("tasks-of-an-agency");
        }
    }

    @Test
    void a_saved_query_answers_by_name_of_the_agency() {
        assertThat(text(call("list_saved_queries", Map.of("text", "部门牵头")))).contains("tasks-of-an-agency");
        JsonObject answer = answer(
                "run_saved_query",
                Map.of("id", "tasks-of-an-agency", "parameters", Map.of("agency", "国知局", "year", 2019), "limit", 1));
        JsonObject row = answer.get("rows").getAsArray().get(0).getAsObject();
        assertThat(row.getString("task")).isEqualTo("task:2019-001");
        assertThat(row.get("year")).hasToString("2019");
        assertThat(answer.getBoolean("whole")).isTrue();
    }

    @Test
    void rows_beyond_the_limit_are_counted_and_said_to_be_missing() {
        JsonObject answer = answer("sparql", Map.of("query", "SELECT ?s { ?s a zc:Agency } ORDER BY ?s", "limit", 2));
        assertThat(answer.get("rows").getAsArray()).hasSize(2);
        assertThat(answer.get("total")).hasToString("5");
        assertThat(answer.getBoolean("whole")).isFalse();
    }

    @Test
    void all_forms_of_query_that_read_are_answered() {
        assertThat(answer("sparql", Map.of("query", "ASK { agency:cnipa a zc:Agency }"))
                        .getBoolean("answer"))
                .isTrue();
        assertThat(answer("sparql", Map.of("query", "DESCRIBE agency:cnipa")).getString("turtle"))
                .contains("国家知识产权局");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT DATA { <a:b> <a:b> 1 }",
                "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
                "SELECT * { ?s ?p",
                "SELECT * FROM <https://w3id.org/zhice/graph/agency> { ?s ?p ?o }",
                "ASK FROM NAMED <https://w3id.org/zhice/graph/agency> { GRAPH ?g { ?s ?p ?o } }",
                "",
            })
    void what_writes_leaves_or_breaks_is_refused(String query) {
        CallToolResult result = call("sparql", Map.of("query", query));
        assertThat(result.isError()).isTrue();
        assertThat(text(result)).startsWith("query: ");
    }

    /** As at the endpoint, in its words. */
    @Test
    void what_costs_too_much_or_cannot_be_searched_for_is_told() {
        String text =
                "PREFIX text: <http://jena.apache.org/text#> SELECT ?s { ?s text:query (skos:prefLabel '专利法(修改') }";
        CallToolResult syntax = call("sparql", Map.of("query", text));
        assertThat(syntax.isError()).isTrue();
        assertThat(text(syntax)).contains("专利法(修改", "at character 6");
        CallToolResult deep = call("sparql", Map.of("query", "ASK " + "{".repeat(5_000) + "}".repeat(5_000)));
        assertThat(deep.isError()).isTrue();
        assertThat(text(deep)).doesNotContain("server failed").hasSizeLessThan(400);
    }

    @Test
    void no_class_of_the_server_can_be_called() {
        CallToolResult result = call("sparql", Map.of("query", "SELECT (<java:java.lang.System.nanoTime>() AS ?x) {}"));
        assertThat(result.isError()).isTrue();
        assertThat(text(result)).contains("<java:java.lang.System.nanoTime> cannot be called");
    }

    @Test
    void a_query_that_takes_too_long_is_ended() {
        CallToolResult result = call("run_saved_query", Map.of("id", "slow"));
        assertThat(result.isError()).isTrue();
        assertThat(text(result)).contains("took longer than 2 seconds");
    }

    @Test
    void a_wrong_value_is_told_with_the_values_there_are() {
        CallToolResult result =
                call("run_saved_query", Map.of("id", "tasks-of-an-agency", "parameters", Map.of("agency", "𠮷局")));
        assertThat(result.isError()).isTrue();
        assertThat(text(result)).contains("𠮷局", "cnipa");
        assertThat(text(call("run_saved_query", Map.of("id", "none")))).contains("list_saved_queries");
        assertThat(text(call("describe", Map.of("thing", "task:2099-999")))).contains("search");
        assertThat(text(call("search", Map.of("text", " ")))).contains("expected");
    }
}
