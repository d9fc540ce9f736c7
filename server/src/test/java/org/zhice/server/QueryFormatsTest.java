package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFormatsTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final String TASKS = "/queries/tasks-of-an-agency";

    @Test
    void formulas_are_marked_in_csv_on_request_only() {
        String plain = SERVER.get(TASKS + "?format=csv").body();
        assertThat(plain).contains("保护𠮷氏品种").doesNotContain("'");
        assertThat(SERVER.get(TASKS + "?format=csv&spreadsheet=true").body()).isEqualTo(plain);
        assertThat(SERVER.get(TASKS + "?format=csv&spreadsheet=yes").statusCode())
                .isEqualTo(400);
    }

    @Test
    void answer_in_turtle_holds_the_rows_in_order_and_describes_the_query() {
        HttpResponse<String> named = SERVER.get(TASKS + "?format=ttl");
        HttpResponse<String> accepted = SERVER.get(TASKS, "Accept", "text/turtle");

        Graph graph = RDFParser.fromString(named.body(), Lang.TTL).toGraph();
        assertThat(named.headers().firstValue("Content-Type")).contains("text/turtle; charset=utf-8");
        assertThat(RDFParser.fromString(accepted.body(), Lang.TTL).toGraph().isIsomorphicWith(graph))
                .isTrue();
        Model model = ModelFactory.createModelForGraph(graph);
        assertThat(model.contains(null, DCTerms.isPartOf, described(model))).isTrue();
        assertThat(RDFInput.fromRDF(model).getResultVars())
                .containsExactlyInAnyOrder("year", "task", "title_en", "title_zh", "agency", "agency_en");
        assertThat(column(model, "title_zh")).containsExactly("修改商标法", "修改商标法", "保护𠮷氏品种");
    }

    /** The values of a variable in the order of the rows. */
    private static List<String> column(Model model, String variable) {
        try (QueryExecution exec = QueryExecutionFactory.create("""
                PREFIX rs: <http://www.w3.org/2001/sw/DataAccess/tests/result-set#>
                SELECT ?value
                WHERE { [] a rs:ResultSet ; rs:solution ?row .
                  ?row rs:index ?index ; rs:binding [ rs:variable "%s" ; rs:value ?value ] }
                ORDER BY ?index
                """.formatted(variable), model)) {
            return ResultSetFormatter.toList(exec.execSelect()).stream()
                    .map(row -> row.getLiteral("value").getLexicalForm())
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKS, "/queries/words"})
    void query_is_described_in_json_ld(String path) {
        HttpResponse<String> named = SERVER.get(path + "/about?format=jsonld");
        HttpResponse<String> accepted = SERVER.get(path + "/about", "Accept", "application/ld+json");

        assertThat(accepted.headers().firstValue("Content-Type")).contains("application/ld+json");
        assertThat(accepted.body()).isEqualTo(named.body());
        Model model = ModelFactory.createModelForGraph(
                RDFParser.fromString(named.body(), Lang.JSONLD).toGraph());
        assertThat(model.listSubjectsWithProperty(RDF.type, SHACLM.SPARQLSelectExecutable)
                        .toList())
                .hasSize(1);
        if (path.equals(TASKS)) {
            assertThat(described(model).getRequiredProperty(SHACLM.select).getString())
                    .contains("zc:leadAgency");
        }
    }

    private static Resource described(Model model) {
        Resource query = model.getResource("https://w3id.org/zhice/id/query/tasks-of-an-agency");
        assertThat(query.hasProperty(RDF.type, SHACLM.SPARQLExecutable)).isTrue();
        assertThat(query.hasProperty(DCTerms.title, "部门牵头的任务", "zh")).isTrue();
        assertThat(query.hasProperty(RDFS.comment, "Which tasks does an agency lead, in a year?", "en"))
                .isTrue();
        return query;
    }

    @Test
    void spreadsheet_has_typed_cells_and_no_formula() throws IOException {
        List<Row> rows = sheet("/queries/cells?format=xlsx");

        assertThat(texts(rows.get(0))).containsExactly("Value", "Name (en)", "Name (zh)");
        assertThat(texts(rows.get(1))).containsExactly("=1+1", "a", "甲");
        assertThat(rows.subList(1, 5))
                .extracting(row -> row.getCell(0).getText())
                .containsExactly("=1+1", "+1", "-1", "@SUM(A1)");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row)
                        .noneMatch(cell ->
                                cell != null && (cell.getType() == CellType.FORMULA || cell.getFormula() != null)));
        assertThat(rows.subList(1, 5)).allMatch(row -> row.getCell(0).getType() == CellType.STRING);
        assertThat(rows.subList(5, 8))
                .extracting(row -> row.getCell(0).asNumber())
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("2023"), new BigDecimal("16.5"), new BigDecimal("486880000000"));
        assertThat(rows.get(8).getCell(0).asString()).isEqualTo("12345678901234567890");
        assertThat(rows.get(9).getCell(0).asDate()).isEqualTo(LocalDateTime.of(2022, 12, 31, 0, 0));
        assertThat(rows.get(10).getCell(0).asBoolean()).isTrue();
        assertThat(rows.get(11).getCell(0).asString()).isEqualTo("https://example.org/𠮷");
        assertThat(rows.get(12).getCell(0).asString()).isEqualTo("保护𠮷氏_x0001__x005F_x0041_");
        assertThat(rows).hasSize(13);
    }

    @Test
    void spreadsheet_has_its_head_in_the_language_of_the_client() throws IOException {
        assertThat(texts(sheet("/queries/cells?format=xlsx&lang=zh").get(0)))
                .containsExactly("值", "名称 (en)", "名称 (zh)");
        assertThat(texts(sheet(TASKS + "?format=xlsx&evidence=true&lang=zh").get(0)))
                .containsExactly("年份", "task", "题目 (en)", "题目 (zh)", "agency", "agency (en)", "依据", "依据的出处");
    }

    private static List<Row> sheet(String path) throws IOException {
        byte[] bytes = SERVER.bytes(path);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(Cell::getText).toList();
    }
}
