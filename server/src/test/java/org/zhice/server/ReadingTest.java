package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The made-up plan of 2023 with a made-up text; that of 2024 has none. Places are counted by hand, in code points: the text has
 * two characters beyond U+FFFF.
 */
class ReadingTest {
    private static final String TEXT =
            "甲计划\\n一、一章\\n1.推进商标法修改，办好𠮷会。（甲局、乙部负责）\\n2.保护𠮷氏\\n品种。（甲局负责）\\n列在首位的牵头。另有<一>句。\\n";

    private static final String PASSAGES = """
            PREFIX zc: <https://w3id.org/zhice/ontology#>
            PREFIX id: <https://w3id.org/zhice/id/>
            PREFIX p: <https://w3id.org/zhice/id/passage/plan-2023->
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX eli: <http://data.europa.eu/eli/ontology#>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX responsibility: <https://w3id.org/zhice/id/responsibility/>
            PREFIX schema: <https://schema.org/>
            PREFIX section: <https://w3id.org/zhice/id/section/>
            PREFIX source: <https://w3id.org/zhice/id/source/>
            PREFIX statement: <https://w3id.org/zhice/id/statement/>
            PREFIX task: <https://w3id.org/zhice/id/task/>
            <https://w3id.org/zhice/graph/source-plan-2023> {
              source:plan-2023 a zc:SourceText ; eli:realizes <https://w3id.org/zhice/id/document/plan-2023> ;
                dcterms:identifier "sha256:0123" ; dcterms:language "zh-Hans" ; dcterms:extent "67 code points" ;
                schema:text "%s" .
              section:2023-1 zc:statedIn p:6-8 .
              task:2023-001 zc:statedIn p:9-33 , p:13-23 .
              <https://w3id.org/zhice/id/item/2023-001-1> zc:statedIn p:11-18 .
              responsibility:2023-001-1 zc:statedIn p:25-27 , p:51-59 .
              responsibility:2023-001-2 zc:statedIn p:28-30 , p:51-59 .
              responsibility:2023-003-1 zc:statedIn p:51-59 .
              responsibility:2023-003-2 zc:statedIn p:51-59 .
              responsibility:2019-001-1 zc:statedIn p:51-59 .
              responsibility:2019-002-1 zc:statedIn p:51-59 .
              responsibility:2024-001-1 zc:statedIn p:51-59 .
              task:2023-002 zc:statedIn p:34-50 .
              responsibility:2023-002-1 zc:statedIn p:45-47 .
              task:2023-003 zc:statedIn p:60-62 .
              p:6-8 oa:hasSource source:plan-2023 ; zc:charStart 6 ; zc:charEnd 8 ; zc:quote "一章" .
              p:9-33 oa:hasSource source:plan-2023 ; zc:charStart 9 ; zc:charEnd 33 ;
                zc:quote "1.推进商标法修改，办好𠮷会。（甲局、乙部负责）" .
              p:11-18 oa:hasSource source:plan-2023 ; zc:charStart 11 ; zc:charEnd 18 ; zc:quote "推进商标法修改" .
              p:13-23 oa:hasSource source:plan-2023 ; zc:charStart 13 ; zc:charEnd 23 ; zc:quote "商标法修改，办好𠮷会" .
              p:25-27 oa:hasSource source:plan-2023 ; zc:charStart 25 ; zc:charEnd 27 ; zc:quote "甲局" .
              p:28-30 oa:hasSource source:plan-2023 ; zc:charStart 28 ; zc:charEnd 30 ; zc:quote "乙部" .
              p:34-50 oa:hasSource source:plan-2023 ; zc:charStart 34 ; zc:charEnd 50 ; zc:quote "2.保护𠮷氏\\n品种。（甲局负责）" .
              p:45-47 oa:hasSource source:plan-2023 ; zc:charStart 45 ; zc:charEnd 47 ; zc:quote "甲局" .
              p:51-59 oa:hasSource source:plan-2023 ; zc:charStart 51 ; zc:charEnd 59 ; zc:quote "列在首位的牵头。" .
              p:60-62 oa:hasSource source:plan-2023 ; zc:charStart 60 ; zc:charEnd 62 ; zc:quote "别处" .
            }
            <https://w3id.org/zhice/graph/derived-annotations> {
              [] oa:hasTarget p:13-23 ; oa:hasBody task:2023-001 , <https://w3id.org/zhice/id/initiative/ip-week> .
            }
            """.formatted(TEXT);

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @BeforeAll
    static void a_text() throws IOException {
        SERVER.swap(PASSAGES);
    }

    private static String read(String document, String language) {
        HttpResponse<String> page = SERVER.browse("/documents/" + document + "/text?lang=" + language);
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    @Test
    void the_whole_text_is_read_with_each_passage_leading_to_what_it_states() {
        String page = read("plan-2023", "en");

        assertThat(page)
                .contains("<p lang=\"zh-Hans\">甲计划</p>")
                .contains("<h2 id=\"plan-2023-6-8\" lang=\"zh-Hans\"><a href=\"/id/section/2023-1\">一、一章</a></h2>")
                .contains("<div class=\"block task\" id=\"plan-2023-9-33\">")
                .contains("<a href=\"/id/task/2023-001\">1 · Amend the Trademark Law</a>")
                .contains(
                        "1.<a class=\"mark act\" id=\"plan-2023-11-18\" href=\"/id/item/2023-001-1\">推进</a>"
                                + "<a class=\"mark act\" id=\"plan-2023-13-23\" href=\"/id/item/2023-001-1\">商标法修改</a>"
                                + "<a class=\"mark named\" href=\"/id/initiative/ip-week\">，办好𠮷会</a>。（"
                                + "<a class=\"mark duty\" id=\"plan-2023-25-27\" href=\"/id/responsibility/2023-001-1\">甲局</a>、"
                                + "<a class=\"mark duty\" id=\"plan-2023-28-30\" href=\"/id/responsibility/2023-001-2\">乙部</a>负责）</p>")
                .contains("2.保护𠮷氏\n品种。（<a class=\"mark duty\"")
                .contains("另有&lt;一&gt;句。</p>");
    }

    @Test
    void what_the_passages_of_a_task_state_stands_beside_it_in_the_language_of_the_reader() {
        assertThat(read("plan-2023", "en"))
                .contains("<a href=\"/id/responsibility/2023-001-2\">Ministry of Agriculture and Rural Affairs</a>")
                .contains("<a href=\"/id/item/2023-001-1\">Trademark Law</a>")
                .contains("<a href=\"/id/initiative/ip-week\">IP Publicity Week</a>");
        assertThat(read("plan-2023", "zh"))
                .contains("<a href=\"/id/responsibility/2023-001-2\">农业农村部</a>")
                .contains("<a href=\"/id/item/2023-001-1\">中华人民共和国商标法</a>")
                .contains("<a href=\"/id/initiative/ip-week\">知识产权宣传周</a>");
    }

    @Test
    void a_sentence_on_which_many_statements_rest_leads_to_the_list_of_them() {
        assertThat(read("plan-2023", "en"))
                .contains(
                        "<a class=\"mark duty\" id=\"plan-2023-51-59\" href=\"/id/passage/plan-2023-51-59\">列在首位的牵头。</a>")
                .contains("<a href=\"/id/passage/plan-2023-51-59\">7 statements rest on this sentence</a>");
    }

    @Test
    void a_passage_that_the_text_does_not_have_is_told_and_not_marked() {
        assertThat(read("plan-2023", "en"))
                .contains(
                        "Not marked, since this text does not read there as the graph quotes it: 1.",
                        "<a href=\"/id/passage/plan-2023-60-62\">characters 60–62</a>")
                .doesNotContain("id=\"plan-2023-60-62\"");
        assertThat(read("plan-2023", "zh")).contains("以下1处未标出", "第60至62个字符");
    }

    @Test
    void kinds_are_counted_and_headings_listed() {
        String page = read("plan-2023", "en").replaceAll("\\s+", " ");

        assertThat(page)
                .contains(
                        "<span class=\"mark heading\">Headings</span> 1<",
                        "<span class=\"mark task\">Tasks</span> 2<",
                        "<span class=\"mark duty\">Agencies</span> 4<",
                        "<span class=\"mark act\">Laws and documents</span> 1<",
                        "<span class=\"mark named\">Campaigns, programmes, bodies</span> 1<",
                        "<li class=\"level-2\"><a href=\"#plan-2023-6-8\"><span>Chapter one</span></a></li>")
                .contains("/sparql#query=");
    }

    @Test
    void without_a_text_the_outline_is_read_and_how_to_add_one() {
        assertThat(read("plan-2024", "en"))
                .contains("<h2><a href=\"/id/section/2024-1\">Chapter one</a>")
                .contains("<a href=\"/id/task/2024-002\">2 · Joint conference work</a>")
                .contains("<code>./zhice texts add FILE</code>");
        assertThat(read("plan-2024", "zh")).contains("一章", "1 · 完成商标法修改", "./zhice texts add 文件");
        assertThat(read("report-2023", "en"))
                .contains("<h2>", "Paragraph 8", "<a href=\"/id/achievement/varieties-2022\">Varieties protected</a>")
                .contains(
                        "<a href=\"/id/statement/invention-patents-granted-2022\">Invention patents granted</a>",
                        "79.8万件");
    }

    @Test
    void pages_of_statements_passages_and_documents_lead_to_the_place_in_the_text() {
        assertThat(SERVER.browse("/id/task/2023-001.html?lang=en").body())
                .contains("<a href=\"/documents/plan-2023/text#plan-2023-9-33\">in its context</a>");
        assertThat(SERVER.browse("/id/passage/plan-2023-25-27.html?lang=zh").body())
                .contains("<a href=\"/documents/plan-2023/text#plan-2023-25-27\">上下文</a>");
        assertThat(SERVER.browse("/id/document/plan-2024.html?lang=en").body())
                .contains("<a href=\"/documents/plan-2024/text\">Read it</a>");
        assertThat(SERVER.browse("/plans/2023?lang=en").body())
                .contains("<a href=\"/documents/plan-2023/text\">Read it</a>");
        assertThat(SERVER.browse("/id/source/plan-2023.html?lang=en").body())
                .contains("<a href=\"/documents/plan-2023/text\">Read it</a>")
                .doesNotContain("列在首位的牵头");
    }

    @Test
    void documents_are_listed_with_those_whose_text_was_added() {
        assertThat(SERVER.get("/documents?format=csv&lang=en").body().lines())
                .containsExactly(
                        "year,document,document_label,text,characters,passages",
                        "2019,https://w3id.org/zhice/id/document/plan-2019,Plan for 2019,outline,,",
                        "2023,https://w3id.org/zhice/id/document/plan-2023,Plan for 2023,whole text,67,10",
                        "2023,https://w3id.org/zhice/id/document/report-2023,Report 2023,outline,,",
                        "2024,https://w3id.org/zhice/id/document/plan-2024,Plan for 2024,outline,,");
    }

    @ParameterizedTest
    @CsvSource({
        "/documents/plan-2099/text, 404",
        "/documents/plan-2023, 404",
        "/documents/plan-2023/text/x, 404",
        "/documents/%F0%A0%AE%B7/text, 404",
        "/documents/plan-2023/text?q=1, 400",
        "/documents/plan-2023/text?format=csv, 400",
        "/documents/plan-2023/text?lang=xx, 400",
    })
    void what_is_not_there_is_told(String path, int status) {
        assertThat(SERVER.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void who_has_the_page_is_not_sent_it_again() {
        String html = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        String tag = SERVER.browse("/documents/plan-2023/text")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(SERVER.get("/documents/plan-2023/text", "If-None-Match", tag, "Accept", html)
                        .statusCode())
                .isEqualTo(304);
    }
}
