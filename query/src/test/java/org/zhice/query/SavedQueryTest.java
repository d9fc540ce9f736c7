package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.query.BadParameterException.Reason;
import org.zhice.query.file.QueryFileException;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Label;
import org.zhice.store.Releases;
import org.zhice.store.Result;

class SavedQueryTest {
    static {
        JenaSystem.init();
    }

    private static final Releases STORE = MadeUpGraph.releases();

    private static final String TASKS = """
            #+ title: {en: Tasks of an agency, zh: 机构的任务}
            #+ question: {en: "Which tasks does an agency lead in a year?", zh: 某机构某年牵头哪些任务？}
            #+ params:
            #+   - {name: agency, type: agency, label: {en: Agency, zh: 机构}, required: true}
            #+   - {name: year, type: year, label: {en: Year, zh: 年份}}
            #+ columns:
            #+   task: {en: Task, zh: 任务}
            #+ tags: [tasks]
            #+ asked-by: {en: auditors, zh: 审计人员}
            #+ status: partly
            #+ reason: {en: Only three plans., zh: 仅三份计划。}
            #+ chart: bar
            #+ draw: {task: x, year: y}
            #+ expect: 3
            #+ rests-on: {en: The made-up graph., zh: 虚构的图谱。}
            PREFIX zc: <https://w3id.org/zhice/ontology#>

            SELECT ?year ?task
            WHERE { ?task zc:leadAgency ?agency ; zc:inPlan/zc:year ?year }
            ORDER BY ?year ?task
            """;

    @TempDir
    Path folder;

    @Test
    void header_is_read() {
        SavedQuery query = query(TASKS);

        assertThat(query.id()).isEqualTo("saved");
        assertThat(query.about().title()).isEqualTo(new Label("Tasks of an agency", "机构的任务"));
        assertThat(query.about().question().in("zh")).isEqualTo("某机构某年牵头哪些任务？");
        assertThat(query.parameters()).extracting(Parameter::name).containsExactly("agency", "year");
        assertThat(query.about().columns().get("task").zh()).isEqualTo("任务");
        assertThat(query.about().tags()).containsExactly("tasks");
        assertThat(query.about().askedBy().zh()).isEqualTo("审计人员");
        assertThat(query.about().status()).isEqualTo(Status.PARTLY);
        assertThat(query.about().reason().en()).isEqualTo("Only three plans.");
        assertThat(query.about().chart()).contains(Chart.BAR);
        assertThat(query.about().roles()).containsExactlyInAnyOrderEntriesOf(Map.of("task", "x", "year", "y"));
        assertThat(query.expected().says()).isEqualTo("3");
        assertThat(query.expected().restsOn().in("zh")).isEqualTo("虚构的图谱。");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cnipa",
                "CNIPA",
                "agency:cnipa",
                "https://w3id.org/zhice/id/agency/cnipa",
                "国家知识产权局",
                "國家知識產權局",
                "国知局",
                "China National Intellectual Property Administration",
                " ＣＮＩＰＡ "
            })
    void agency_is_found_by_id_address_or_name_in_either_script(String agency) {
        Result result = run(query(TASKS), Map.of("agency", agency, "year", "2023"));

        assertThat(result.rows()).hasSize(2);
        assertThat(result.whole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"2023, 2", "２０２３, 2", "2024, 0", "'', 3"})
    void year_is_a_number_and_may_be_left_out(String year, int rows) {
        assertThat(run(query(TASKS), Map.of("agency", "cnipa", "year", year)).rows())
                .hasSize(rows);
    }

    @Test
    void bound_column_is_still_in_the_result() {
        Result result = run(query(TASKS), Map.of("agency", "mps", "year", "2023"));

        assertThat(result.columns()).extracting(Object::toString).containsExactly("?year", "?task");
        assertThat(result.rows().get(0).get("year").getLiteralValue()).isEqualTo(2023);
    }

    @Test
    void required_value_that_is_missing_is_refused_with_the_choices() {
        BadParameterException e = refused(Map.of());

        assertThat(e.reason()).isEqualTo(Reason.MISSING);
        assertThat(e).hasMessage("agency: found nothing, expected an agency: its id, IRI or name");
        assertThat(e.choices()).extracting(Choice::id).contains("cnipa", "ip-joint-conference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "\" } DROP ALL #", "<x>", "知识产权局\n", "{{", "cnipa>", "𠮷"})
    void name_that_nobody_bears_is_refused(String agency) {
        BadParameterException e = refused(Map.of("agency", agency));

        assertThat(e.reason()).isEqualTo(Reason.NO_MATCH);
        assertThat(e.found()).isEqualTo(agency.strip());
        assertThat(e.choices()).hasSize(5);
    }

    @Test
    void name_that_two_bear_is_refused_with_the_two() {
        BadParameterException e = refused(Map.of("agency", "同名局"));

        assertThat(e.reason()).isEqualTo(Reason.AMBIGUOUS);
        assertThat(e.choices()).extracting(Choice::id).containsExactlyInAnyOrder("gacc", "mps");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020", "20x3", "2023.0", "-", "99999999999999999999999"})
    void year_without_a_plan_is_refused(String year) {
        BadParameterException e = refused(Map.of("agency", "cnipa", "year", year));

        assertThat(e.parameter()).isEqualTo("year");
        assertThat(e.choices()).extracting(Choice::id).containsExactly("2019", "2023", "2024");
    }

    @Test
    void unknown_parameter_is_refused() {
        assertThat(refused(Map.of("agency", "cnipa", "jahr", "2023")))
                .hasMessage("jahr: found \"2023\", expected agency, year");
    }

    @Test
    void long_value_is_shortened_in_the_message() {
        BadParameterException e = refused(Map.of("agency", "𠮷".repeat(500_000)));

        assertThat(e.found()).hasSize(401).endsWith("𠮷…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "'''", "\\", "} #", "${x}", "\n", "<script>", "𠮷"})
    void text_stays_a_text(String text) {
        SavedQuery query = query(header("text") + "SELECT ?p (STRLEN(?p) AS ?n) WHERE {} ORDER BY ?p");

        Result result = run(query, Map.of("p", "x" + text));

        assertThat(result.rows().get(0).get("p").getLiteralLexicalForm()).isEqualTo("x" + text);
        assertThat(QueryFactory.create(boundText(query, Map.of("p", "x" + text)), Syntax.syntaxSPARQL_11))
                .isNotNull();
    }

    @Test
    void values_may_come_from_a_query_of_the_file() {
        SavedQuery query = query("""
                #+ title: {en: A, zh: 甲}
                #+ question: {en: "A?", zh: 甲？}
                #+ params:
                #+   - name: p
                #+     type: year
                #+     label: {en: Year, zh: 年份}
                #+     default: 2022
                #+     values: "SELECT DISTINCT ?value { ?o zc:periodEnd ?end BIND(YEAR(?end) AS ?value) } ORDER BY ?value"
                PREFIX zc: <https://w3id.org/zhice/ontology#>
                SELECT ?o WHERE { ?o zc:periodEnd ?end FILTER(YEAR(?end) = ?p) } ORDER BY ?o
                """);

        assertThat(STORE.read(query.parameters().get(0)::choices))
                .extracting(Choice::id)
                .containsExactly("2022");
        assertThat(run(query, Map.of()).rows()).hasSize(3);
    }

    @Test
    void grouped_and_ordered_parameter_gives_text_that_is_sparql() {
        SavedQuery query = query(header("year")
                + "SELECT ?p (COUNT(?t) AS ?n) WHERE { ?t <https://w3id.org/zhice/ontology#inPlan>/"
                + "<https://w3id.org/zhice/ontology#year> ?p } GROUP BY ?p ORDER BY ?p");

        String text = boundText(query, Map.of("p", "2023"));

        assertThat(QueryFactory.create(text, Syntax.syntaxSPARQL_11).getResultVars())
                .containsExactly("p", "n");
        assertThat(run(query, Map.of("p", "2023")).rows().get(0).get("n").getLiteralValue())
                .isEqualTo(6);
    }

    @Test
    void answer_beyond_the_limit_is_marked() {
        SavedQuery all = query(
                header("integer") + "SELECT ?a ?b ?c ?p WHERE { ?a ?x ?xx . ?b ?y ?yy . ?c ?z ?zz FILTER(?p = 1) }");

        Result result = run(all, Map.of("p", "1"));

        assertThat(result.rows()).hasSize(MadeUpGraph.LIMITS.rows());
        assertThat(result.whole()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT ?p WHERE { ?s ?q ?p                                            | 5: not SPARQL 1.1: Encountered "<EOF>"
            SELECT (?p AS ?x) WHERE { LET(?p := 1) }                              | 5: not SPARQL 1.1
            SELECT (COUNT(*) AS ?n) { ?s ?r ?p } HAVING (COUNT(*) > 1) (?p > 2)   | 5: Jena cannot put values
            SELECT ?p { ?s ?r ?p { SELECT ?s { ?s ?r ?o } GROUP BY ?s HAVING (?s > 1) (?s > 2) } } | 5: Jena cannot put values
            SELECT ?p { ?s ?r ?p FILTER EXISTS { { SELECT ?s { ?s ?r ?o } GROUP BY ?s HAVING (?s > 1) (?s > 2) } } } | 5: Jena cannot put values
            DESCRIBE ?p                                                           | 5: a saved query must be a SELECT
            ASK { ?s ?r ?p }                                                      | 5: a saved query must be a SELECT
            SELECT ?p FROM <http://example.org/> { ?s ?r ?p }                     | 5: FROM is not supported
            SELECT ?p { BIND(1 AS ?p) }                                           | 5: ?p cannot be a parameter
            SELECT ?p { VALUES ?p { 1 } }                                         | 5: ?p cannot be a parameter
            SELECT (COUNT(*) AS ?p) { ?s ?r ?o }                                  | 5: ?p cannot be a parameter
            SELECT ?p { { SELECT (COUNT(*) AS ?p) { ?s ?r ?o } } }                | 5: ?p cannot be a parameter
            SELECT ?evidence { ?p ?r ?evidence }                                  | 5: ?evidence cannot be a column
            SELECT ?s { ?s ?r ?o }                                                | 4: the query does not use the parameter ?p
            """)
    void query_that_cannot_take_values_is_refused_at_load(String sparql, String message) {
        assertThatThrownBy(() -> query(header("text") + sparql))
                .isInstanceOf(QueryFileException.class)
                .hasMessageContaining("saved.rq:" + message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: {en: A}                                    | 1: title needs a text in en and one in zh
            titel: {en: A, zh: 甲}                            | 1: "titel" is not one of
            title: {en: A, zh: 甲                             | the header is not YAML
            title: !!java.net.URL [http://example.org/]       | the header is not YAML
            title: {en: A, zh: 甲, en: B}                      | the header is not YAML: found duplicate key en
            title: {en: &a [*a], zh: 甲}                       | the header is not YAML: Number of aliases
            title: {en: "A\\u200BB", zh: 甲}                   | 1: found "A<U+200B>B", expected no character that
            title: {en: A, zh: 甲金}                           | 1: found "甲<U+F90A>", expected 金 (U+91D1) in place of
            tags: ["tea\\u00A0"]                                  | 1: found "tea<U+00A0>", expected no blanks at the ends
            title: {en: "A\u0001", zh: 甲}                      | 1: the header is no character of YAML: U+0001
            ''                                                   | 1: needs a header
            """)
    void bad_header_is_refused_at_load(String line, String message) {
        assertThatThrownBy(() -> query("#+ " + line + "\nSELECT ?s { ?s ?p ?o }"))
                .isInstanceOf(QueryFileException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status: partly  | status: soon    | status is none of [answerable, partly, not-yet, needs-net]
            chart: bar      | chart: pie      | chart is none of [bar, line, stacked, timeline, network, sankey, table]
            chart: bar      | chart: network  | chart network needs a column as from, under draw
            draw: {task: x, year: y} | draw: {task: x} | chart bar needs a column as y, under draw
            draw: {task: x, year: y} | draw: {task: x, year: z} | draw: z is none of [x, y, series
            draw: {task: x, year: y} | draw: {task: x, tasks: y} | the query has no column ?tasks
            reason:         | about:          | "about" is not one of
            expect: 3       | expect: 5..3    | expect: 5 is more than 3
            expect: 3       | expect: many    | expect: empty, non-empty, a number of rows, low..high
            """)
    void bad_promise_is_refused_at_load(String line, String other, String message) {
        assertThatThrownBy(() -> query(TASKS.replace("#+ " + line, "#+ " + other)))
                .isInstanceOf(QueryFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_wrong_character_is_told_at_its_line() {
        assertThatThrownBy(() -> query(TASKS.replace("仅三份计划。", "仅三份计划\u202E。")))
                .isInstanceOf(QueryFileException.class)
                .hasMessageContaining(
                        "saved.rq:11: found \"仅三份计划<U+202E>。\", expected no character that does not show");
    }

    @Test
    void a_byte_order_mark_is_no_text_and_other_bytes_are_told_at_their_line() throws IOException {
        assertThat(query("\uFEFF" + TASKS).about().title().zh()).isEqualTo("机构的任务");
        Files.write(folder.resolve("saved.rq"), TASKS.getBytes("GBK"));
        assertThatThrownBy(() -> SavedQueries.read(folder))
                .isInstanceOf(QueryFileException.class)
                .hasMessageContaining("saved.rq:1: found bytes that are not UTF-8 (0xBB, byte 39), expected UTF-8");
    }

    @Test
    void words_for_needs_and_tags_are_plain_text_in_both_languages() throws IOException {
        Path words = folder.resolve("words.yml");
        Files.writeString(words, "needs:\n  tea: {en: Tea, zh: 茶\u3000}\n");
        assertThatThrownBy(() -> query(TASKS))
                .isInstanceOf(QueryFileException.class)
                .hasMessageContaining("words.yml:2: found \"茶<U+3000>\", expected");
        Files.writeString(words, "front: [saved, tea]\n");
        assertThatThrownBy(() -> query(TASKS)).hasMessageContaining("words.yml:1: front: there is no query tea");
        Files.writeString(words, "tags:\n  tea: {en: Tea, zh: }\n");
        assertThatThrownBy(() -> query(TASKS)).hasMessageContaining("tea needs a text in en and one in zh");
    }

    @Test
    void status_without_a_reason_is_refused_at_load() {
        assertThatThrownBy(() -> query(TASKS.replaceFirst("#\\+ reason.*\n", "")))
                .hasMessageContaining("status partly needs a reason");
    }

    @Test
    void expected_columns_that_the_query_does_not_have_are_refused_at_load() throws IOException {
        Files.writeString(folder.resolve("saved.expected.csv"), "tusk\n𠮷\n");
        assertThatThrownBy(() -> query(TASKS.replace("expect: 3", "expect: contains saved.expected.csv")))
                .hasMessageContaining("the query has no column ?tusk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: p, type: jahr                     | "jahr" is no type
            name: format, type: text                | cannot be the name of a parameter
            name: p, type: year, default: soon      | the default of p is not a year
            name: p, type: year, values: planets    | "planets" is no type
            name: p, type: year, values: 'SELECT ?x {}' | the values must be a SELECT with the column ?value
            name: p, type: year, wert: 1            | "wert" is not one of
            """)
    void bad_parameter_is_refused_at_load(String parameter, String message) {
        String text = """
                #+ title: {en: A, zh: 甲}
                #+ question: {en: "A?", zh: 甲？}
                #+ params:
                #+   - {label: {en: P, zh: 丙}, %s}
                SELECT ?p { ?s ?r ?p }
                """.formatted(parameter);

        assertThatThrownBy(() -> query(text))
                .isInstanceOf(QueryFileException.class)
                .hasMessageContaining(message);
    }

    @Test
    void expected_answer_is_read_from_the_file_beside() throws IOException {
        Files.writeString(folder.resolve("saved.expected.csv"), "task\n𠮷\n");

        SavedQuery query = query(TASKS.replace("expect: 3", "expect: saved.expected.csv"));

        assertThat(query.expected().csv()).isEqualTo("task\n𠮷\n");
        assertThat(query(TASKS).expected().csv()).isEmpty();
    }

    @Test
    void expected_answer_that_is_not_there_is_refused_at_load() {
        assertThatThrownBy(() -> query(TASKS.replace("expect: 3", "expect: saved.expected.csv")))
                .isInstanceOf(QueryFileException.class)
                .hasMessageContaining("saved.rq:")
                .hasMessageContaining("there is no file saved.expected.csv beside it");
    }

    private BadParameterException refused(Map<String, String> values) {
        return catchThrowableOfType(BadParameterException.class, () -> run(query(TASKS), values));
    }

    private static Result run(SavedQuery query, Map<String, String> values) {
        return STORE.read(release -> query.run(release, values));
    }

    private static String boundText(SavedQuery query, Map<String, String> values) {
        return STORE.read(release -> query.boundText(release, values));
    }

    private SavedQuery query(String text) {
        try {
            Files.writeString(folder.resolve("saved.rq"), text);
            SavedQueries queries = SavedQueries.read(folder);
            return STORE.read(queries::requireKinds).find("saved").orElseThrow();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String header(String type) {
        return """
                #+ title: {en: A, zh: 甲}
                #+ question: {en: "A?", zh: 甲？}
                #+ params:
                #+   - {name: p, type: %s, label: {en: P, zh: 丙}}
                """.formatted(type);
    }
}
