package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page of a question offers beside its form and its table. */
class QuestionPageTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String TASKS = "/queries/tasks-of-an-agency";

    @Test
    void an_answer_that_can_be_drawn_says_how_and_what_its_columns_are() {
        String page = SERVER.browse("/queries/figures").body();

        assertThat(page)
                .contains("<table data-chart=\"bar\">")
                .containsPattern("<th scope=\"col\" class=\"number\" data-role=\"y\">")
                .containsOnlyOnce("data-role=\"x\"")
                .containsOnlyOnce("data-role=\"series\"")
                .contains("/static/chart.");
    }

    @Test
    void an_answer_that_cannot_be_drawn_loads_no_charts() {
        assertThat(SERVER.browse(TASKS).body())
                .contains("<table>", "/static/question.", "/static/suggest.")
                .doesNotContain("data-chart", "data-role", "/static/chart.");
    }

    @Test
    void each_program_is_given_the_question_with_the_values_of_the_page_and_its_address_answers() {
        String page = SERVER.browse(TASKS + "?agency=mps&year=2023").body();
        Matcher csv = Pattern.compile("read_csv\\(\"(http://[^\"]+)\"\\)").matcher(page);

        assertThat(csv.find()).isTrue();
        String address = csv.group(1).replace("&amp;", "&").replaceFirst("http://[^/]+", "");
        assertThat(address).isEqualTo(TASKS + "?agency=mps&year=2023&format=csv");
        assertThat(SERVER.get(address).body()).startsWith("year,task,");
        assertThat(page)
                .contains("curl -o tasks-of-an-agency.csv \"http://")
                .contains("answer &lt;- read.csv(\"http://")
                .contains("?agency=mps&amp;year=2023&amp;format=json\");");
    }

    @ParameterizedTest
    @CsvSource({"'', agency=cnipa", "?agency=mps, agency=mps", "?evidence=true, agency=cnipa&evidence=true"})
    void the_address_to_hand_on_has_the_defaults_written_out(String query, String values) {
        assertThat(SERVER.browse(TASKS + query).body())
                .containsPattern("<a class=\"address\" href=\"http://[^/]+" + TASKS + "\\?"
                        + values.replace("&", "&amp;") + "\">");
    }

    @Test
    void a_value_that_is_refused_leaves_nothing_to_hand_on() {
        assertThat(SERVER.browse(TASKS + "?agency=nobody").body()).doesNotContain("class=\"address\"", "read_csv");
    }
}
