package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EvidenceTest {
    @RegisterExtension
    static final TestServer BARE = new TestServer();

    @RegisterExtension
    static final TestServer WITH_TEXT = new TestServer(List.of("actions", "acts", "figures", "tasks-of-an-agency"));

    private static final String ID = "https://w3id.org/zhice/id/";

    /**
     * The first task of 2023 has a passage, its law-making action one, its lead two; of the second task only the task, which
     * promises two more acts on one thing and one on nothing that we know; the words of the last two are known.
     */
    private static final String PASSAGES = """
            PREFIX zc: <https://w3id.org/zhice/ontology#>
            PREFIX id: <https://w3id.org/zhice/id/>
            PREFIX p:  <https://example.org/passage/>
            <https://w3id.org/zhice/graph/source-plan-2023> {
              <https://w3id.org/zhice/id/task/2023-001> zc:statedIn p:task-1 .
              <https://w3id.org/zhice/id/item/2023-001-1> zc:statedIn p:action .
              <https://w3id.org/zhice/id/responsibility/2023-001-1> zc:statedIn p:closing , p:bracket .
              <https://w3id.org/zhice/id/task/2023-002> zc:statedIn p:task-2 .
              p:task-1 zc:charStart 10 ; zc:quote "推进改商标之法（甲、乙负责）"@zh .
              p:action zc:charStart 10 ; zc:quote "推进改商标之法"@zh .
              p:bracket zc:charStart 17 ; zc:quote "（甲、乙负责）"@zh .
              p:closing zc:charStart 900 ; zc:quote "排在第一的牵头"@zh .
              <https://w3id.org/zhice/id/task/2023-002> zc:hasActionItem <https://w3id.org/zhice/id/act/2023-002-1> ,
                <https://w3id.org/zhice/id/act/2023-002-2> , <https://w3id.org/zhice/id/act/2023-002-3> .
              <https://w3id.org/zhice/id/act/2023-002-1> a zc:ImplementingAction ;
                zc:concerns <https://w3id.org/zhice/id/campaign/kunlun> .
              <https://w3id.org/zhice/id/act/2023-002-2> a zc:ImplementingAction ; zc:statedIn p:second ;
                zc:concerns <https://w3id.org/zhice/id/campaign/kunlun> .
              <https://w3id.org/zhice/id/act/2023-002-3> a zc:ImplementingAction ; zc:statedIn p:third .
              p:second zc:charStart 50 ; zc:quote "再办𠮷会"@zh .
              p:third zc:charStart 60 ; zc:quote "开展培训"@zh .
              p:task-2 zc:charStart 40 ; zc:quote "保护𠮷氏，\\"引号\\"（甲负责）"@zh .
            }
            <https://w3id.org/zhice/graph/source-report-2023> {
              <https://w3id.org/zhice/id/statement/whole> a zc:Observation ; zc:inParagraph 9 ;
                zc:value "13"^^<http://www.w3.org/2001/XMLSchema#decimal> ;
                zc:periodEnd "2022-12-31"^^<http://www.w3.org/2001/XMLSchema#date> ;
                <http://qudt.org/schema/qudt/hasUnit> <http://qudt.org/vocab/unit/NUM> ;
                <http://purl.org/dc/terms/source> <https://w3id.org/zhice/id/document/report-2023> .
            }
            """;

    @BeforeAll
    static void publish() {
        WITH_TEXT.swap(PASSAGES);
    }

    @Test
    void statement_that_joins_task_and_entity_is_quoted() {
        assertThat(evidence(WITH_TEXT, "actions"))
                .containsExactly(
                        "推进改商标之法,https://example.org/passage/action",
                        "\"保护𠮷氏，\"\"引号\"\"（甲负责）\",https://example.org/passage/task-2");
        assertThat(evidence(WITH_TEXT, "tasks-of-an-agency"))
                .containsExactly(
                        "\"plan-2019, task 1\"," + ID + "responsibility/2019-001-1",
                        "（甲、乙负责）,https://example.org/passage/bracket",
                        "\"保护𠮷氏，\"\"引号\"\"（甲负责）\",https://example.org/passage/task-2");
    }

    /** Two acts of a task on one thing have each its own words; where they are not known, those of the task. */
    @Test
    void act_in_a_row_is_quoted_from_its_own_words() {
        assertThat(evidence(WITH_TEXT, "acts"))
                .containsExactly(
                        "\"保护𠮷氏，\"\"引号\"\"（甲负责）\",https://example.org/passage/task-2",
                        "再办𠮷会,https://example.org/passage/second",
                        "开展培训,https://example.org/passage/third");
    }

    @Test
    void place_is_named_where_there_is_no_text() {
        assertThat(evidence(BARE, "actions"))
                .containsExactly(
                        "\"plan-2023, task 1\"," + ID + "item/2023-001-1",
                        "\"plan-2023, task 2\"," + ID + "item/2023-002-1");
        assertThat(BARE.get("/queries/actions?evidence=true&format=csv&lang=zh").body())
                .contains("plan-2023，第1项任务");
    }

    @Test
    void row_without_a_statement_of_its_own_stays_empty() {
        HttpResponse<String> response = BARE.get("/queries/things?evidence=true&format=csv");

        assertThat(response.body().lines().skip(1))
                .containsExactly(
                        ID + "achievement/varieties-2022,1,\"report-2023, paragraph 8\"," + ID
                                + "achievement/varieties-2022",
                        ID + "agency/mps,2,,",
                        ID + "task/2024-002,3,\"plan-2024, task 2\"," + ID + "task/2024-002",
                        ",4,,");
        assertThat(response.headers().firstValue("Zhice-Evidence-Rows")).contains("2");
    }

    @Test
    void figure_is_found_by_its_value_and_document() {
        assertThat(evidence(BARE, "figures"))
                .containsExactly(
                        "\"report-2023, paragraph 7\"," + ID + "statement/invention-exam-time-2022",
                        "\"report-2023, paragraph 7\"," + ID + "statement/invention-patents-granted-2022",
                        "\"report-2023, paragraph 7\"," + ID + "statement/ip-pledge-financing-2022");
    }

    @Test
    void figure_without_a_fraction_is_found_though_the_store_writes_it_with_one() {
        assertThat(evidence(WITH_TEXT, "figures"))
                .hasSize(4)
                .startsWith("\"report-2023, paragraph 9\"," + ID + "statement/whole");
    }

    @Test
    void columns_are_there_only_if_asked_for() {
        assertThat(BARE.get("/queries/actions?format=csv").body()).startsWith("task,instrument,agency\r\n");
        assertThat(BARE.get("/queries/actions?format=csv&evidence=false").body())
                .startsWith("task,instrument,agency\r\n");
        assertThat(BARE.get("/queries/actions?format=csv&evidence=true").body())
                .startsWith("task,instrument,agency,evidence,evidence_source\r\n");
    }

    @Test
    void only_the_rows_of_the_page_bear_evidence() {
        HttpResponse<String> response = WITH_TEXT.get("/queries/actions?evidence=true&page-size=1&page=2&format=csv");

        assertThat(response.body().lines()).hasSize(2);
        assertThat(response.body()).contains("保护𠮷氏");
        assertThat(response.headers().firstValue("Zhice-Evidence-Rows")).contains("1");
    }

    @Test
    void page_quotes_below_each_row_with_a_link_to_the_source() {
        String page = WITH_TEXT.browse("/queries/actions?evidence=true").body();

        assertThat(page)
                .contains("name=\"evidence\" type=\"checkbox\" value=\"true\" checked")
                .doesNotContain("<th scope=\"col\">Evidence</th>")
                .contains("<tr class=\"evidence\"><td colspan=\"3\"><div>Evidence: <a href=\"https://example.org"
                        + "/passage/action\" lang=\"zh\">推进改商标之法</a></div></td></tr>")
                .contains("href=\"?evidence=true&amp;format=csv\"")
                .doesNotContain("Source of the evidence");
        assertThat(WITH_TEXT.browse("/queries/actions?lang=zh").body())
                .contains("逐行显示依据")
                .doesNotContain("推进改商标之法");
    }

    private static List<String> evidence(TestServer server, String query) {
        String plain = server.get("/queries/" + query + "?format=csv").body();
        String with =
                server.get("/queries/" + query + "?format=csv&evidence=true").body();
        List<String> rows = plain.lines().skip(1).toList();
        List<String> longer = with.lines().skip(1).toList();
        assertThat(longer).hasSameSizeAs(rows).isNotEmpty();
        return IntStream.range(0, rows.size())
                .mapToObj(row -> longer.get(row).substring(rows.get(row).length() + 1))
                .toList();
    }
}
