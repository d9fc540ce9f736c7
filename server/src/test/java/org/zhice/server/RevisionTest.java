package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String TASKS = "/queries/tasks-of-an-agency";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queries",
                "/queries?format=html",
                TASKS,
                TASKS + "?format=html",
                TASKS + "?format=xlsx",
                TASKS + "?format=ttl&page-size=1",
                TASKS + "/about?format=rq",
                "/openapi.json"
            })
    void answer_that_the_client_has_is_not_sent_again(String path) {
        HttpResponse<String> first = SERVER.get(path);
        String tag = tag(first);

        assertThat(first.headers().firstValue("Cache-Control")).contains("no-cache");
        for (String held : List.of(tag, "\"other\", " + tag, tag.substring(2), "*")) {
            HttpResponse<String> again = SERVER.get(path, "If-None-Match", held);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(tag(again)).isEqualTo(tag);
            assertThat(again.headers().map())
                    .containsEntry("Vary", first.headers().allValues("Vary"));
        }
        assertThat(SERVER.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(SERVER.send("HEAD", path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void tag_differs_with_all_that_the_answer_depends_on() {
        List<String> tags = Stream.of(
                        TASKS,
                        TASKS + "?format=csv",
                        TASKS + "?format=html",
                        TASKS + "?format=html&lang=zh",
                        TASKS + "?agency=mps",
                        TASKS + "?page-size=1",
                        TASKS + "?page-size=1&page=2",
                        TASKS + "?evidence=true",
                        "/queries/figures")
                .map(path -> tag(SERVER.get(path)))
                .toList();

        assertThat(tags).doesNotHaveDuplicates();
        assertThat(tag(SERVER.browse(TASKS))).isNotEqualTo(tag(SERVER.browse(TASKS, "Accept-Language", "zh")));
        assertThat(tag(SERVER.get(TASKS))).isEqualTo(tags.get(0));
    }

    @Test
    void new_build_is_a_new_revision() {
        HttpResponse<String> before = SERVER.get(TASKS + "?format=csv");

        SERVER.swap("");
        HttpResponse<String> after = SERVER.get(TASKS + "?format=csv", "If-None-Match", tag(before));

        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).isEqualTo(before.body());
        assertThat(tag(after)).isNotEqualTo(tag(before));
        assertThat(after.headers().firstValue("Zhice-Release").orElseThrow())
                .startsWith("build-")
                .isNotEqualTo(before.headers().firstValue("Zhice-Release").orElseThrow());
    }

    @Test
    void refusal_has_no_tag() {
        HttpResponse<String> response = SERVER.get(TASKS + "?agency=nobody");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("ETag")).isEmpty();
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void language_chosen_is_remembered_even_if_the_page_is_not_sent_again() {
        String tag = tag(SERVER.browse(TASKS + "?lang=zh"));

        HttpResponse<String> again = SERVER.browse(TASKS + "?lang=zh", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("lang=zh");
    }

    @Test
    void pages_of_other_origins_may_read_the_headers() {
        HttpResponse<String> response = SERVER.get(TASKS, "Origin", "https://example.org");

        assertThat(response.headers()
                        .firstValue("Access-Control-Expose-Headers")
                        .orElseThrow()
                        .split(", "))
                .contains("ETag", "Link", "Zhice-Total-Rows", "Zhice-Evidence-Rows", "Zhice-Release");
        assertThat(response.headers().firstValue("Link").orElseThrow())
                .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")
                .contains("</sparql>; rel=\"describedby\"")
                .contains("</openapi.json>; rel=\"service-desc\"");
        assertThat(SERVER.send("OPTIONS", TASKS)
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElseThrow())
                .contains("If-None-Match");
    }

    private static String tag(HttpResponse<String> response) {
        String tag = response.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("W/\"[0-9a-f]{32}\"");
        return tag;
    }
}
