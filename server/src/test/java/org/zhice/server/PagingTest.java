package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The query {@code numbers} has the 600 rows 0 to 599, in order. */
class PagingTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String NUMBERS = "/queries/numbers";
    /** 10,001 rows. */
    private static final String PAIRS = "/queries/pairs";

    private static final Pattern LINK = Pattern.compile("<([^>]*)>; rel=\"([^\"]*)\"");

    @Test
    void answer_is_whole_if_no_size_is_asked_for() {
        HttpResponse<String> response = SERVER.get(NUMBERS + "?format=csv");

        assertThat(response.body().lines()).hasSize(1 + 600);
        assertThat(response.headers().firstValue("Zhice-Total-Rows")).contains("600");
        assertThat(links(response)).containsOnlyKeys("license", "describedby", "service-desc");
    }

    @Test
    void pages_that_are_followed_give_every_row_once_in_order() {
        List<String> rows = new ArrayList<>();
        Optional<String> next = Optional.of(NUMBERS + "?page-size=250&format=csv");
        while (next.isPresent()) {
            HttpResponse<String> response = SERVER.get(next.get());
            assertThat(response.headers().firstValue("Zhice-Total-Rows")).contains("600");
            rows.addAll(response.body().lines().skip(1).toList());
            next = Optional.ofNullable(links(response).get("next"));
        }

        assertThat(rows)
                .containsExactlyElementsOf(
                        IntStream.range(0, 600).mapToObj(String::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 'first next last', 249",
        "2, 250, 'first last next prev', 499",
        "3, 500, 'first last prev', 599",
    })
    void page_tells_of_the_others(int page, String first, String relations, String last) {
        HttpResponse<String> response = SERVER.get(NUMBERS + "?page-size=250&page=" + page, "Accept", "text/csv");

        List<String> rows = response.body().lines().skip(1).toList();
        Map<String, String> links = links(response);
        assertThat(rows).startsWith(first).endsWith(last);
        assertThat(links.keySet()).contains(relations.split(" "));
        assertThat(links.containsKey("prev")).isEqualTo(page > 1);
        assertThat(links.containsKey("next")).isEqualTo(page < 3);
        assertThat(links).containsEntry("last", NUMBERS + "?page-size=250&page=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "csv", "tsv", "xml", "ttl", "xlsx"})
    void every_form_has_pages(String format) {
        HttpResponse<String> response = SERVER.get(NUMBERS + "?page-size=50&page=12&format=" + format);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Zhice-Total-Rows")).contains("600");
        assertThat(links(response))
                .containsEntry("prev", NUMBERS + "?page-size=50&page=11&format=" + format)
                .doesNotContainKey("next");
        if (!format.equals("xlsx")) {
            assertThat(response.body()).contains("550", "599").doesNotContain("549");
        }
    }

    @Test
    void page_for_people_shows_five_hundred_rows_and_the_way_to_the_others() {
        HttpResponse<String> first = SERVER.browse(NUMBERS);
        HttpResponse<String> second = SERVER.browse(NUMBERS + "?page=2&lang=zh");

        assertThat(first.body())
                .contains("Rows: 600. Page 1 of 2")
                .contains("<td class=\"number\">499</td>")
                .contains("<a href=\"/queries/numbers?page=2\" rel=\"next\">Next</a>")
                .contains("href=\"?format=csv\"")
                .doesNotContain("<td class=\"number\">500</td>")
                .doesNotContain("rel=\"prev\"");
        assertThat(second.body())
                .contains("共 600 行")
                .contains("第 2 页，共 2 页")
                .contains("<td class=\"number\">599</td>")
                .contains("<a href=\"/queries/numbers?page=1&amp;lang=zh\" rel=\"prev\">上一页</a>")
                .doesNotContain("<td class=\"number\">499</td>");
    }

    @Test
    void answer_of_few_rows_has_no_other_pages() {
        assertThat(SERVER.browse("/queries/figures").body())
                .contains("Rows: 3<")
                .doesNotContain("rel=\"last\"");
    }

    @ParameterizedTest
    @CsvSource({
        "page-size=0, page-size, 1–100000",
        "page-size=100001, page-size, 1–100000",
        "page-size=-5, page-size, 1–100000",
        "page-size=ten, page-size, 1–100000",
        "page-size=99999999999999999999, page-size, 1–100000",
        "page-size=1e3, page-size, 1–100000",
        "page-size=10001&format=ttl, page-size, 1–10000",
        "page-size=1001&format=html, page-size, 1–1000",
        "page=0, page, '1, 2, 3, …'",
        "page=two, page, '1, 2, 3, …'",
        "page=2, page, 1–1",
        "page=4&page-size=250, page, 1–3",
        "page=3000000000&page-size=250, page, '1, 2, 3, …'",
        "evidence=yes, evidence, 'true, false'",
    })
    void bad_values_are_refused_with_what_is_expected(String query, String parameter, String expected) {
        HttpResponse<String> response = SERVER.get(NUMBERS + "?" + query, "Accept-Language", "zh");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.parse(response.body()))
                .satisfies(problem -> assertThat(problem.getString("type")).endsWith("/problem/option"))
                .satisfies(problem -> assertThat(problem.getString("parameter")).isEqualTo(parameter))
                .satisfies(problem -> assertThat(problem.getString("expected")).isEqualTo(expected))
                .satisfies(problem -> assertThat(problem.getString("detail")).contains("应为 " + expected));
    }

    @Test
    void options_are_given_once() {
        assertThat(SERVER.get(NUMBERS + "?page=1&page=2").statusCode()).isEqualTo(400);
        assertThat(SERVER.get(NUMBERS + "?format=csv&format=json").statusCode()).isEqualTo(400);
    }

    @Test
    void graph_of_too_many_rows_is_refused_and_given_in_pages() {
        HttpResponse<String> response = SERVER.get(PAIRS + "?format=ttl");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Zhice-Row-Limit")).contains("10000");
        assertThat(SERVER.get(PAIRS + "?format=ttl&page-size=5000").statusCode())
                .isEqualTo(200);
    }

    private static Map<String, String> links(HttpResponse<String> response) {
        Map<String, String> links = new TreeMap<>();
        LINK.matcher(response.headers().firstValue("Link").orElseThrow())
                .results()
                .forEach(link -> links.put(link.group(2), link.group(1)));
        return links;
    }
}
