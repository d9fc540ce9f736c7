package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that are tables, over the made-up graph: three plans without continuations, campaigns, three metrics. */
class SheetPagesTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @Test
    void a_plan_is_read_under_its_headings() {
        String page = SERVER.browse("/plans/2023?lang=zh").body();

        assertThat(page.indexOf("<h2 id=\"s-2023-1\">一章</h2>"))
                .isPositive()
                .isLessThan(page.indexOf("<h3 id=\"s-2023-1-1\">一节</h3>"));
        assertThat(page).contains("保护𠮷氏品种", "昆仑2023");
        assertThat(SERVER.get("/plans/2023?lang=en&format=csv").body())
                .isEqualTo("""
                        number,task,task_label,lead,lead_label,shared,shared_label,acts,acts_label,named,named_label,continues,heading,heading_label
                        1,ID/task/2023-001,Amend the Trademark Law,ID/agency/cnipa,China National Intellectual Property Administration,ID/agency/moara,Ministry of Agriculture and Rural Affairs,ID/instrument/trademark-law,Trademark Law (action-type-amend; commitment-advance),,,,ID/section/2023-1-1,Section one
                        2,ID/task/2023-002,Protect the Ji variety,ID/agency/cnipa,China National Intellectual Property Administration,,,ID/instrument/plant-variety-regulation,Regulation on the Protection of New Plant Varieties (action-type-amend; commitment-advance),,,,ID/section/2023-2,Chapter two
                        3,ID/task/2023-003,Special enforcement,ID/agency/mps,Ministry of Public Security,ID/agency/cnipa,China National Intellectual Property Administration,,,ID/campaign/kunlun-2023,Kunlun 2023,,ID/section/2023-2,Chapter two
                        """.replace("ID/", "https://w3id.org/zhice/id/")
                        .replace("action-type", "c:action-type")
                        .replace("commitment-", "c:commitment-")
                        .replace("\n", "\r\n"));
    }

    /** Without a continuation every task of the one is dropped and every task of the other is new. */
    @Test
    void plans_of_which_no_continuation_is_known_have_nothing_in_common() {
        assertThat(SERVER.get("/plans/compare?format=csv&lang=en").body().lines())
                .containsExactly(
                        "what,pairs,from_tasks,to_tasks",
                        "\"Carried on, all kinds\",0,0,0",
                        "Carried on under another lead,0,0,0",
                        "Undecided,0,0,0",
                        "Tasks of 2023 that none of 2024 carries on,,3,",
                        "Tasks of 2024 that carry on none of 2023,,,2",
                        "All tasks,,3,2");
    }

    @ParameterizedTest
    @CsvSource({
        "/laws, trademark-law",
        "/agencies, agency/moara",
        "/network?year=2023&at-least=1, agency/mps",
        "/campaigns, campaign/kunlun",
        "/metrics, metric/invention-exam-time",
        "/places, area/cn",
    })
    void rows_are_given_as_json_too(String path, String thing) {
        HttpResponse<String> answer = SERVER.get(path + (path.contains("?") ? "&" : "?") + "format=json");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/sparql-results+json");
        assertThat(answer.body()).contains(thing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/plans", "/plans/2024", "/laws/patent-law", "/agencies/gacc", "/metrics/invention-exam-time"})
    void who_has_a_page_is_not_sent_it_again(String path) {
        HttpResponse<String> page = SERVER.browse(path);
        HttpResponse<String> held = SERVER.get(
                path,
                "If-None-Match",
                page.headers().firstValue("ETag").orElseThrow(),
                "Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(held.statusCode()).isEqualTo(304);
        assertThat(SERVER.send("DELETE", path).statusCode()).isEqualTo(405);
    }

    @Test
    void an_agency_and_a_law_without_any_task_say_so() {
        assertThat(SERVER.browse("/laws/patent-law?lang=en").body())
                .contains("Plans that promise something about it: none.", "The graph holds nothing of this.");
        assertThat(SERVER.browse("/agencies/gacc?lang=zh").body()).contains("图谱未收录相关内容。");
    }
}
