package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is answered or refused in the declared way: no fault of the server, nothing of its inside. */
class BentRequestsTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final int ROUNDS = Integer.getInteger("zhice.rounds", 80);

    private static final List<String> QUERIES = List.of(
            "{\"q0\":{\"query\":\"国家知识产权局\",\"type\":\"agency\",\"limit\":3,\"type_strict\":\"should\","
                    + "\"properties\":[{\"pid\":\"skos:altLabel\",\"v\":[\"CNIPA\",{\"id\":\"x\"}]}]}}",
            "{\"q0\":{\"query\":\"商标法\"},\"q1\":{\"query\":\"𠮷\",\"type\":[\"agency\",{\"id\":\"task\"}]}}");
    private static final List<String> EXTENDS =
            List.of("{\"ids\":[\"agency/cnipa\",\"campaign/longteng-2019\"],\"properties\":[{\"id\":\"zc:year\","
                    + "\"settings\":{\"limit\":1}},{\"id\":\"skos:altLabel\"}]}");
    private static final List<String> MESSAGES = List.of(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"search\","
                    + "\"arguments\":{\"text\":\"商标\",\"limit\":3}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":\"a\",\"method\":\"tools/call\",\"params\":{\"name\":\"describe\","
                    + "\"arguments\":{\"thing\":\"agency:cnipa\"}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"run_saved_query\","
                    + "\"arguments\":{\"id\":\"tasks-of-an-agency\",\"parameters\":{\"agency\":\"cnipa\",\"year\":2019}}}}",
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"resources/read\","
                    + "\"params\":{\"uri\":\"https://w3id.org/zhice/id/agency/cnipa\"}}",
            "{\"jsonrpc\":\"2.0\",\"id\":4,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                    + "\"capabilities\":{},\"clientInfo\":{\"name\":\"𠮷\",\"version\":\"1\"}}}");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void lists_to_be_matched(long seed) {
        Random random = new Random(seed);
        Set<Integer> statuses = new TreeSet<>();
        for (int i = 0; i < ROUNDS; i++) {
            boolean queries = random.nextBoolean();
            List<String> good = queries ? QUERIES : EXTENDS;
            String json = Rubbish.bent(good.get(random.nextInt(good.size())), random);
            HttpResponse<String> response = SERVER.post(
                    "/reconcile",
                    "application/x-www-form-urlencoded",
                    (queries ? "queries=" : "extend=") + encode(json));
            require(response, List.of(200, 400, 413), seed, json);
            statuses.add(response.statusCode());
        }
        assertThat(statuses).contains(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void messages_to_tools(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            String json = Rubbish.bent(MESSAGES.get(random.nextInt(MESSAGES.size())), random);
            HttpResponse<String> response =
                    SERVER.post("/mcp", "application/json", json, "Accept", "application/json, text/event-stream");
            require(response, List.of(200, 202, 400), seed, json);
            assertThat(response.body()).as("seed %d: %s", seed, json).doesNotContain("-32603", "server failed");
            if (!response.body().isEmpty()) {
                assertThat(JSON.parse(response.body()).getString("jsonrpc")).isEqualTo("2.0");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void values_of_parameters(long seed) {
        Random random = new Random(seed);
        List<String> addresses = List.of(
                "/queries/tasks-of-an-agency?format=csv&agency=",
                "/queries/tasks-of-an-agency?format=json&year=",
                "/queries/words?format=csv&text=",
                "/reconcile/suggest/entity?prefix=",
                "/reconcile/suggest/property?type=",
                "/reconcile/suggest/type?cursor=",
                "/reconcile/flyout/entity?id=",
                "/reconcile/preview?id=",
                "/reconcile/properties?type=",
                "/search?format=json&q=",
                "/search?format=json&type=");
        for (int i = 0; i < ROUNDS; i++) {
            String value = Rubbish.value(random);
            HttpResponse<String> response = SERVER.get(addresses.get(i % addresses.size()) + encode(value));
            require(response, List.of(200, 400, 404, 406, 413), seed, i % addresses.size() + " " + value);
        }
    }

    private static void require(HttpResponse<String> response, List<Integer> statuses, long seed, String sent) {
        assertThat(response.statusCode())
                .as("seed %d: %s: %s", seed, sent, response.body())
                .isIn(statuses);
        assertThat(response.body())
                .as("seed %d: %s", seed, sent)
                .doesNotContain("\tat ", "\\tat ", "Exception", "org.apache", "com.google", "tools.jackson");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
