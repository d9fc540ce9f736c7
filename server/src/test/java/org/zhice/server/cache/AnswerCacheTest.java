package org.zhice.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.server.TestServer;

class AnswerCacheTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String TASKS = "/queries/tasks-of-an-agency";
    private static final String NAMES =
            "SELECT ?s ?name { ?s ?p ?name FILTER(?name != \"%s𠮷\") } ORDER BY ?s ?name LIMIT 20";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/queries",
                TASKS + "?format=html",
                TASKS + "?format=json&page-size=2",
                TASKS + "?format=xlsx",
                "/search?q=a",
                "/openapi.json",
                "/prefixes.json"
            })
    void second_answer_is_the_first_again(String path) {
        HttpResponse<String> first = SERVER.browse(path, "X-Test", "a");
        HttpResponse<String> second = SERVER.browse(path, "X-Test", "b");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(status(first)).isEqualTo("zhice; fwd=miss; stored");
        assertThat(first.headers().firstValue("Age")).isEmpty();
        assertThat(status(second)).isEqualTo("zhice; hit");
        assertThat(second.headers().firstValue("Age").orElseThrow()).matches("[0-9]+");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("ETag"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("ETag"));
        for (String header :
                List.of("Content-Type", "Vary", "Zhice-Release", "Content-Security-Policy", "Cache-Control")) {
            assertThat(second.headers().allValues(header))
                    .as(header)
                    .isNotEmpty()
                    .isEqualTo(first.headers().allValues(header));
        }
        assertThat(second.headers().firstValue("Fuseki-Request-Id")).isEmpty();
        assertThat(second.headers().firstValue("X-Request-Id"))
                .isNotEqualTo(first.headers().firstValue("X-Request-Id"));
    }

    @Test
    void one_query_is_one_whichever_way_it_is_sent() {
        String query = NAMES.formatted("ways");
        HttpResponse<String> got = ask(query, "Accept", "text/csv");

        assertThat(status(got)).isEqualTo("zhice; fwd=miss; stored");
        assertThat(got.body()).contains("\n");
        HttpResponse<String> form = SERVER.post(
                "/sparql",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "query=" + encoded(query),
                "Accept",
                "text/csv");
        HttpResponse<String> posted =
                SERVER.post("/sparql", "application/sparql-query", " " + query + "\n", "Accept", "text/csv");
        HttpResponse<String> tracked =
                SERVER.get("/sparql?utm_source=x&query=" + encoded(query).replace("+", "%20"), "Accept", "text/csv");
        for (HttpResponse<String> again : List.of(form, posted, ask(query, "Accept", "text/csv"))) {
            assertThat(status(again)).isEqualTo("zhice; hit");
            assertThat(again.body()).isEqualTo(got.body());
        }
        assertThat(tracked.body()).isEqualTo(got.body());
    }

    @Test
    void forms_languages_and_encodings_are_told_apart() {
        String path = TASKS + "?page-size=3";
        List<List<String>> clients = List.of(
                List.of("Accept", "text/csv"),
                List.of("Accept", "application/sparql-results+json"),
                List.of("Accept", "text/csv;q=0.1, text/turtle;q=0.2"),
                List.of("Accept", "text/html"),
                List.of("Accept", "text/html", "Accept-Language", "zh-CN"),
                List.of("Accept", "text/html", "Accept-Language", "zh-CN", "Accept-Encoding", "gzip"));
        List<String> fresh = clients.stream().map(client -> shown(path, client)).toList();
        List<String> again = clients.stream().map(client -> shown(path, client)).toList();

        assertThat(fresh).doesNotHaveDuplicates().isEqualTo(again);
        assertThat(status(SERVER.get(path, "Accept", "text/html", "Accept-Language", "de", "Cookie", "a=b; lang=zh")))
                .isEqualTo("zhice; hit");
        assertThat(status(SERVER.get(path, "Accept", "text/html,image/avif;q=0.8")))
                .isEqualTo("zhice; hit");
    }

    private static String shown(String path, List<String> headers) {
        HttpResponse<String> response = SERVER.get(path, headers.toArray(String[]::new));
        assertThat(response.statusCode()).isEqualTo(200);
        return response.headers().firstValue("Content-Type").orElseThrow()
                + response.headers().firstValue("Content-Encoding")
                + response.body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (NOW() AS ?x) {}",
                "SELECT (now #\n () AS ?x) {}",
                "SELECT (Rand() AS ?x) {}",
                "SELECT (UUID() AS ?x) {}",
                "SELECT (STRUUID() AS ?x) {}",
                "SELECT (BNODE() AS ?x) {}",
                "SELECT (\\u004EOW() AS ?x) {}",
                "SELECT * { ?s ?p ?o FILTER(?o < RAND()) } LIMIT 1"
            })
    void what_is_another_each_time_is_not_kept(String query) {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> response = ask(query, "Accept", "text/csv");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Cache-Status")).isEmpty();
            assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(response.headers().firstValue("ETag")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/queries/none, 404",
        "/queries/too-many?format=csv, 422",
        "/queries/slow, 503",
        TASKS + "?agency=nobody, 400",
        "/sparql?query=SELECT, 400",
        "/id/agency/none, 404"
    })
    void what_failed_is_not_kept(String path, int status) {
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> response = SERVER.get(path);
            assertThat(response.statusCode()).isIn(status, 503);
            assertThat(status(response)).isEqualTo("zhice; fwd=miss");
        }
    }

    @Test
    void client_may_ask_anew_or_for_nothing_but_what_is_kept() {
        String path = "/sparql?query=" + encoded(NAMES.formatted("directives"));

        HttpResponse<String> none = SERVER.get(path, "Cache-Control", "only-if-cached");
        assertThat(none.statusCode()).isEqualTo(504);
        assertThat(none.body()).contains("only-if-cached");
        assertThat(status(SERVER.get(path, "Cache-Control", "no-store"))).isEqualTo("zhice; fwd=miss");
        assertThat(SERVER.get(path, "Cache-Control", "only-if-cached").statusCode())
                .isEqualTo(504);
        HttpResponse<String> made = SERVER.get(path);
        assertThat(status(made)).isEqualTo("zhice; fwd=miss; stored");
        assertThat(status(SERVER.get(path, "Cache-Control", "max-age=0, only-if-cached")))
                .isEqualTo("zhice; hit");
        assertThat(status(SERVER.get(path, "Cache-Control", "no-store"))).isEqualTo("zhice; hit");
        for (String header : List.of("Cache-Control", "Pragma")) {
            HttpResponse<String> anew = SERVER.get(path, header, "no-cache");
            assertThat(status(anew)).isEqualTo("zhice; fwd=request; stored");
            assertThat(anew.headers().firstValue("Age")).isEmpty();
            assertThat(anew.body()).isEqualTo(made.body());
        }
    }

    @Test
    void who_shows_a_password_is_answered_by_the_pages() {
        for (int i = 0; i < 2; i++) {
            assertThat(SERVER.get("/queries", "Authorization", "Basic eDp5")
                            .headers()
                            .firstValue("Cache-Status"))
                    .isEmpty();
        }
    }

    @Test
    void who_has_the_answer_is_not_sent_it_again() {
        String path = "/sparql?query=" + encoded(NAMES.formatted("held"));
        HttpResponse<String> first = SERVER.get(path, "Accept-Encoding", "gzip");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        for (String held : List.of(tag, "\"x\", W/" + tag, "*")) {
            HttpResponse<String> again = SERVER.get(path, "Accept-Encoding", "gzip", "If-None-Match", held);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            assertThat(again.headers().allValues("Vary"))
                    .isEqualTo(first.headers().allValues("Vary"));
        }
        assertThat(SERVER.get(path, "Accept-Encoding", "gzip", "If-None-Match", "\"x\"")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> head = SERVER.send("HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).isPresent();
        assertThat(SERVER.get(path).headers().firstValue("Content-Length"))
                .isEqualTo(head.headers().firstValue("Content-Length"));
        assertThat(status(SERVER.get(path))).isEqualTo("zhice; hit");
    }

    @Test
    void headers_of_a_request_that_are_no_part_of_the_key_show_in_no_answer() {
        String path = TASKS + "?format=html&page-size=4";
        String mark = "mark-7f3";

        HttpResponse<String> first = SERVER.browse(
                path,
                "X-Forwarded-Host",
                mark,
                "Forwarded",
                "host=" + mark,
                "Origin",
                "https://" + mark,
                "Referer",
                mark);

        assertThat(first.body()).doesNotContain(mark);
        assertThat(first.headers().map().toString()).doesNotContain(mark);
        assertThat(status(SERVER.browse(path))).isEqualTo("zhice; hit");
    }

    @Test
    void answer_of_the_release_before_is_never_given() {
        String path = TASKS + "?format=csv";
        SERVER.get(path);
        HttpResponse<String> before = SERVER.get(path);

        SERVER.swap("");
        HttpResponse<String> after = SERVER.get(path);

        assertThat(status(before)).isEqualTo("zhice; hit");
        assertThat(status(after)).isEqualTo("zhice; fwd=miss; stored");
        assertThat(after.headers().firstValue("Zhice-Release"))
                .isNotEqualTo(before.headers().firstValue("Zhice-Release"));
    }

    @Test
    void metrics_tell_what_became_of_requests() {
        String path = "/sparql?query=" + encoded(NAMES.formatted("metrics"));
        SERVER.get(path);
        SERVER.get(path);

        String metrics = SERVER.get("/$/metrics").body();

        assertThat(metrics)
                .containsPattern("zhice_cache_requests_total\\{[^}]*outcome=\"hit\"[^}]*\\} [1-9]")
                .containsPattern("zhice_cache_requests_total\\{[^}]*outcome=\"miss\"[^}]*\\} [1-9]")
                .containsPattern("(?m)^zhice_cache_bytes\\{[^}]*\\} [1-9]")
                .containsPattern("(?m)^zhice_cache_bytes_limit\\{[^}]*\\} 5")
                .containsPattern("(?m)^zhice_cache_answers\\{[^}]*\\} [1-9]")
                .contains("zhice_cache_evicted_total");
    }

    private static HttpResponse<String> ask(String query, String... headers) {
        return SERVER.get("/sparql?query=" + encoded(query), headers);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String status(HttpResponse<?> response) {
        return response.headers().firstValue("Cache-Status").orElse("none");
    }
}
