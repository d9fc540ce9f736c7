package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySearchTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @ParameterizedTest
    @CsvSource({
        "an-agency, tasks-of-an-agency",
        "AGENCY, tasks-of-an-agency",
        "ｆｉｇｕｒｅｓ, figures",
        "agency lead, tasks-of-an-agency",
        "牵头, 'actions tasks-of-an-agency'",
        "牽頭　部門, tasks-of-an-agency",
        "law-making, actions",
        "数据质量, things",
        "指标, ''",
        "agency unicorn, ''",
        "<script>, ''",
    })
    void words_are_found_in_both_languages_and_scripts(String words, String ids) {
        assertThat(found("?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)))
                .isEqualTo(ids.isEmpty() ? List.of() : List.of(ids.split(" ")));
    }

    @Test
    void tag_narrows_the_list_and_the_search() {
        assertThat(found("?tag=tasks")).containsExactly("tasks-of-an-agency", "words");
        assertThat(found("?tag=tasks&q=word")).containsExactly("words");
        assertThat(found("?tag=none")).isEmpty();
        assertThat(found("?q=&tag=")).hasSize(10);
    }

    @Test
    void page_has_a_box_and_tags_that_work_without_script() {
        String page = SERVER.browse("/queries?q=%3Cb%3E&tag=tasks").body();

        assertThat(page)
                .contains("<input id=\"q\" name=\"q\" type=\"search\" value=\"&lt;b>\">")
                .contains("<input type=\"hidden\" name=\"tag\" value=\"tasks\">")
                .contains("<a href=\"/queries?tag=tasks\" aria-current=\"page\">tasks</a>")
                .contains("No saved query bears all of this.")
                .doesNotContain("<script");
        assertThat(SERVER.browse("/queries?tag=tasks&lang=zh").body())
                .contains("找到 2 个查询")
                .contains("aria-current=\"page\">任务</a>")
                .contains("href=\"/queries/words\"")
                .doesNotContain("href=\"/queries/figures\"");
    }

    private static List<String> found(String search) {
        return JSON.parseAny(SERVER.get("/queries" + search).body()).getAsArray().stream()
                .map(query -> query.getAsObject().getString("id"))
                .toList();
    }
}
