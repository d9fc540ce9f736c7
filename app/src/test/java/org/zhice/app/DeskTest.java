package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of laws, agencies, campaigns and metrics over the shipped data; counted in the tables themselves. */
class DeskTest {
    private static final String ID = "https://w3id.org/zhice/id/";

    @Test
    void every_instrument_with_a_promise_is_a_row_of_the_laws() {
        CsvRows actions = CsvRows.table("legislative_action");
        List<String> expected = actions.of("instrument")
                .distinct()
                .map(id -> ID + "instrument/" + id)
                .sorted()
                .toList();

        assertThat(expected).hasSizeGreaterThan(150);
        assertThat(CsvRows.served("/laws").of("instrument").sorted()).isEqualTo(expected);
        assertThat(CsvRows.served("/laws?act=ratify").count())
                .isEqualTo(actions.where("action", "ratify").distinct("instrument"));
        assertThat(CsvRows.served("/laws?act=amend&kind=law").of("instrument").sorted())
                .isEqualTo(actions.where("action", "amend")
                        .of("instrument")
                        .distinct()
                        .filter(id -> CsvRows.table("instrument")
                                        .where("id", id)
                                        .where("type", "law")
                                        .count()
                                == 1)
                        .map(id -> ID + "instrument/" + id)
                        .sorted()
                        .toList());
    }

    /**
     * By hand: tasks 21 of 2019, 1 of 2023 and 1 of 2024; paragraph 44 of the report tells that the fourth amendment is done,
     * paragraph 15 that a draft of the next one is out for comment.
     */
    @Test
    void the_trademark_law_is_followed_through_the_years() {
        CsvRows promised = CsvRows.served("/laws/trademark-law?lang=en");
        CsvRows came = CsvRows.served("/laws/trademark-law?lang=en&table=outcomes");

        assertThat(promised.rows())
                .extracting(row -> row.get("year") + row.get("task").replace(ID + "task/", " ") + " " + row.get("act")
                        + " " + row.get("commitment") + row.get("lead").replace(ID + "agency/", " "))
                .containsExactly(
                        "2019 2019-021 Amend Advance samr",
                        "2023 2023-001 Amend Advance cnipa",
                        "2024 2024-001 Amend Advance cnipa");
        assertThat(came.rows())
                .extracting(row -> row.get("result").replace(ID + "achievement/", "") + " " + row.get("paragraph")
                        + row.get("task").replace(ID + "task/", " ") + " " + row.get("end") + " " + row.get("basis"))
                .containsExactly(
                        "trademark-law-draft 15 2022-12-31 From the frame of its section",
                        "trademark-law-fourth 44 2019-021 2022-12-31 From the frame of its section");
    }

    /** An agency that is the only one of a task leads it. */
    @Test
    void agencies_lead_and_share_what_the_table_of_responsibilities_says() {
        CsvRows shown = CsvRows.served("/agencies");
        Map<String, List<Map<String, String>>> table = CsvRows.table("responsibility").rows().stream()
                .collect(Collectors.groupingBy(row -> row.get("agency")));

        assertThat(shown.rows()).hasSameSizeAs(table.keySet());
        for (Map<String, String> row : shown.rows()) {
            CsvRows own = new CsvRows(table.get(row.get("agency").replace(ID + "agency/", "")));
            for (String year : List.of("2019", "2023", "2024")) {
                CsvRows ofYear = own.where(one -> one.get("task").startsWith(year + "-"));
                assertThat(row.get("led_" + year))
                        .isEqualTo(""
                                + ofYear.where(one -> !one.get("role").equals("participant"))
                                        .count());
                assertThat(row.get("shared_" + year))
                        .isEqualTo("" + ofYear.where("role", "participant").count());
            }
        }
        assertThat(shown.rows().get(0))
                .containsEntry("agency", ID + "agency/cnipa")
                .containsEntry("led_2019", "35");
        assertThat(CsvRows.served("/agencies?sort=shared-2019")
                        .of("shared_2019")
                        .map(Integer::valueOf)
                        .toList())
                .isSortedAccordingTo((one, other) -> other - one);
    }

    /** Names by hand, from the tables of agencies and of their names. */
    @Test
    void an_agency_has_its_years_topics_partners_names_and_changes() {
        CsvRows own = CsvRows.table("responsibility").where("agency", "nfra");
        List<String> tasks = own.of("task").toList();

        assertThat(CsvRows.served("/agencies/nfra").rows())
                .extracting(row -> row.get("year") + " " + row.get("led") + " " + row.get("shared"))
                .containsExactly("2019 0 0", row(own, "2023"), row(own, "2024"));
        assertThat(CsvRows.served("/agencies/nfra?table=topics").rows().stream()
                        .collect(Collectors.toMap(
                                row -> row.get("topic"),
                                row -> Long.parseLong(row.get("led")) + Long.parseLong(row.get("shared")))))
                .isEqualTo(CsvRows.table("task_topic")
                        .where(row -> tasks.contains(row.get("task")))
                        .of("topic")
                        .collect(Collectors.groupingBy(topic -> ID + "topic/" + topic, Collectors.counting())));
        assertThat(CsvRows.served("/agencies/nfra?table=partners").rows().stream()
                        .collect(Collectors.toMap(row -> row.get("partner"), row -> Long.valueOf(row.get("tasks")))))
                .isEqualTo(CsvRows.table("responsibility")
                        .where(row -> tasks.contains(row.get("task"))
                                && !row.get("agency").equals("nfra"))
                        .of("agency")
                        .collect(Collectors.groupingBy(id -> ID + "agency/" + id, Collectors.counting())));
        assertThat(CsvRows.served("/agencies/nfra?table=names").of("form"))
                .containsExactlyInAnyOrder("National Financial Regulatory Administration", "国家金融监督管理总局", "国家金融监管总局");
        assertThat(CsvRows.served("/agencies/nfra?table=changes").rows())
                .singleElement()
                .satisfies(change -> assertThat(change)
                        .containsEntry("date", "2023-05-18")
                        .containsEntry("before", ID + "agency/cbirc")
                        .containsEntry("after", ID + "agency/nfra"));
    }

    private static String row(CsvRows own, String year) {
        CsvRows ofYear = own.where(row -> row.get("task").startsWith(year + "-"));
        long shared = ofYear.where("role", "participant").count();
        return year + " " + (ofYear.count() - shared) + " " + shared;
    }

    /** Every two agencies of every task, counted. */
    @ParameterizedTest
    @CsvSource({"2023, 3", "2024, 1", "2019, 6"})
    void the_network_holds_the_pairs_from_a_number_on(String year, int least) {
        Map<String, Integer> pairs = new TreeMap<>();
        CsvRows.table("responsibility").where(row -> row.get("task").startsWith(year + "-")).rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("task"), Collectors.mapping(row -> row.get("agency"), Collectors.toList())))
                .values()
                .forEach(agencies -> agencies.forEach(one -> agencies.stream()
                        .filter(other -> one.compareTo(other) < 0)
                        .forEach(other -> pairs.merge(one + " " + other, 1, Integer::sum))));
        pairs.values().removeIf(tasks -> tasks < least);

        assertThat(pairs).isNotEmpty();
        assertThat(CsvRows.served("/network?year=" + year + "&at-least=" + least).rows().stream()
                        .collect(Collectors.toMap(
                                row -> (row.get("first") + " " + row.get("second")).replace(ID + "agency/", ""),
                                row -> Integer.valueOf(row.get("tasks")))))
                .isEqualTo(pairs);
    }

    @Test
    void campaigns_have_the_editions_of_the_table_with_their_agencies() {
        CsvRows shown = CsvRows.served("/campaigns?table=editions");
        Map<String, String> jianwang =
                shown.where("edition", ID + "campaign/jianwang-2023").rows().get(0);

        assertThat(shown.of("edition").sorted())
                .isEqualTo(CsvRows.table("campaign_edition")
                        .of("id")
                        .map(id -> ID + "campaign/" + id)
                        .sorted()
                        .toList());
        assertThat(jianwang)
                .containsEntry("task", ID + "task/2023-041")
                .containsEntry("lead", ID + "agency/publicity-department")
                .containsEntry("shared", ID + "agency/cac; " + ID + "agency/miit; " + ID + "agency/mps");
        assertThat(CsvRows.served("/campaigns").count())
                .isEqualTo(CsvRows.table("campaign_series").count());
    }

    @Test
    void all_figures_and_targets_are_shown() {
        assertThat(CsvRows.served("/metrics").of("figure").sorted())
                .isEqualTo(Stream.concat(
                                CsvRows.table("observation").of("id"),
                                CsvRows.table("target").of("id"))
                        .map(id -> ID + "statement/" + id)
                        .sorted()
                        .toList());
    }

    /** By hand: 4868.8 with a step of 0.1, which is half a step more or less; a floor of 4000; both of the year 2022. */
    @Test
    void only_figures_of_one_key_stand_in_one_chart_and_have_their_bounds() {
        String page = CsvRows.get("/metrics/ip-pledge-financing?lang=en").body();
        CsvRows compared = CsvRows.served("/metrics/ip-pledge-financing?lang=en");

        assertThat(page.split("data-chart=")).hasSize(2);
        assertThat(compared.rows())
                .extracting(row -> row.get("bound") + ": " + number(row, "low") + " to " + number(row, "high"))
                .containsExactly("Exact: 486875000000 to 486885000000", "At least: 400000000000 to ");
        assertThat(compared.distinct("key")).isOne();
        assertThat(CsvRows.served("/metrics/ip-pledge-financing?table=figures").count())
                .isEqualTo(CsvRows.table("observation")
                        .where("metric", "ip-pledge-financing")
                        .count())
                .isEqualTo(4);
    }

    /** By hand: tasks 58 of 2019, 89 and 108 of 2023, 75 and 85 of 2024 name pledge financing; no year stands beside the step. */
    @Test
    void a_metric_has_its_tasks_and_subjects_and_a_figure_the_basis_of_its_period() {
        assertThat(CsvRows.served("/metrics/ip-pledge-financing?table=tasks").rows())
                .extracting(
                        row -> row.get("year") + row.get("task").replace(ID + "task/", " ") + " " + row.get("words"))
                .containsExactly(
                        "2019 2019-058 质押融资",
                        "2023 2023-089 质押融资",
                        "2023 2023-108 质押",
                        "2024 2024-075 质押融资",
                        "2024 2024-085 质押");
        assertThat(CsvRows.served("/metrics/ip-pledge-financing?table=subjects").of("subject"))
                .containsExactly(
                        ID + "topic/finance", ID + "topic/patent", ID + "topic/trademark", ID + "mechanism/pledge");
        assertThat(CsvRows.served("/metrics/ip-pledge-financing?lang=en&table=figures")
                        .rows())
                .filteredOn(row -> row.get("printed").contains("台阶"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("basis")).startsWith("Inferred (Only the ten years are printed"));
    }

    /** A task shows the figures that bear on it, a topic and an initiative the figures about them, and no tie stands among mentions. */
    @ParameterizedTest
    @CsvSource({
        "task/2024-085, ip-pledge-financing-2022-step",
        "topic/finance, ip-pledge-financing-2022-step",
        "institution/ip-protection-centres, ip-protection-and-rapid-centres-new-2022",
        "mechanism/patent-open-licensing, patent-open-licensing-patents-2022",
        "initiative/patent-transfer-plan, patent-commercialisation-plan-funds-2022",
        "achievement/commercialisation-funds, patent-commercialisation-plan-funds-2022"
    })
    void figures_stand_on_the_page_of_what_they_are_about(String thing, String figure) {
        assertThat(CsvRows.get("/id/" + thing + ".html?lang=en").body())
                .contains("<h2 id=\"figures\">")
                .contains("href=\"/id/statement/" + figure + "\"")
                .contains("Basis of the period")
                .doesNotContain("/id/tie/");
    }

    private static String number(Map<String, String> row, String column) {
        return row.get(column).isEmpty() ? "" : new BigDecimal(row.get(column)).toPlainString();
    }

    /** What the tables have of each document, and nothing that has no name. */
    @Test
    void without_a_text_a_document_lists_what_the_tables_have_of_it() {
        for (String document : CsvRows.table("document").of("id").toList()) {
            List<String> expected = Stream.of(
                            "achievement", "intention", "observation", "target", "task", "requirement")
                    .flatMap(table -> CsvRows.table(table).rows().stream()
                            .filter(row -> document.equals(row.get("document")))
                            .map(row ->
                                    (table.matches("observation|target") ? "statement" : table) + "/" + row.get("id")))
                    .sorted()
                    .toList();
            assertThat(Pattern.compile("<li><a href=\"/id/([^\"]+)\"[^>]*>(?!statement:)")
                            .matcher(CsvRows.get("/documents/" + document + "/text?lang=en")
                                    .body())
                            .results()
                            .map(item -> item.group(1))
                            .filter(item -> !item.startsWith("document/"))
                            .sorted())
                    .as(document)
                    .isNotEmpty()
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/laws?act=x, 400",
        "/laws?kinds=law, 400",
        "/laws/x, 404",
        "/laws/a%20b, 404",
        "/laws/trademark-law?year=2023, 400",
        "/agencies?sort=led-2022, 400",
        "/agencies/x, 404",
        "/network?year=2022, 400",
        "/network?at-least=0, 400",
        "/network?at-least=3&at-least=4, 400",
        "/campaigns?year=2023, 400",
        "/metrics?kind=%F0%A0%AE%B7, 400",
        "/metrics/x, 404",
        "/places?x=1, 400",
        "/places/x, 404",
        "/places/a%20b, 404",
        "/places/guangdong?x=1, 400",
    })
    void what_there_is_not_is_refused_in_both_languages(String path, int status) {
        HttpResponse<String> answer = CsvRows.get(path);
        String chinese =
                CsvRows.get(path + (path.contains("?") ? "&" : "?") + "lang=zh").body();

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("null", "Exception");
        assertThat(chinese).contains("无法");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/laws",
                "/laws/trademark-law",
                "/agencies",
                "/agencies/cnipa",
                "/network",
                "/campaigns",
                "/metrics",
                "/metrics/ip-pledge-financing",
                "/places",
                "/places/guangdong"
            })
    void pages_speak_both_languages_and_have_a_revision(String path) {
        HttpResponse<String> english = CsvRows.get(path + "?lang=en");
        HttpResponse<String> chinese = CsvRows.get(path + "?lang=zh");

        assertThat(english.body()).contains("Show me the SPARQL", "Table as CSV");
        assertThat(chinese.body()).contains("查看 SPARQL").doesNotContain("Show me the SPARQL");
        assertThat(english.headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(chinese.headers().firstValue("ETag"));
    }

    /** Those of the tables, and those that the program adds of itself. */
    @Test
    void every_kind_of_things_has_a_name_of_its_own_in_both_languages() {
        List<String> english = kinds("en");
        List<String> chinese = kinds("zh");

        assertThat(english).hasSizeGreaterThan(20).doesNotHaveDuplicates().contains("instrument", "place", "campaign");
        assertThat(chinese)
                .hasSameSizeAs(english)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("\\p{IsHan}+"))
                .contains("规范与政策文件", "地区", "专项行动", "行动");
    }

    private static List<String> kinds(String language) {
        return Pattern.compile("<td><a href=\"/id/[a-z]+/\">([^<]*)</a></td>")
                .matcher(CsvRows.get("/id?lang=" + language).body())
                .results()
                .map(kind -> kind.group(1))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "agency/cnipa, /agencies/cnipa",
        "instrument/patent-law, /laws/patent-law",
        "metric/gii-rank, /metrics/gii-rank",
        "campaign/jianwang, /campaigns",
        "area/cn, /places/cn",
        "document/plan-2023, /plans/2023",
    })
    void the_page_of_a_thing_leads_to_what_it_is_through_the_years_and_back(String thing, String page) {
        assertThat(CsvRows.get("/id/" + thing + ".html?lang=en").body())
                .contains("<a href=\"" + page + "\">Over the years</a>");
        assertThat(CsvRows.get(page).body()).contains("href=\"/id/" + thing + "\"");
    }
}
