package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.loader.input.Home;
import org.zhice.store.Terms;
import picocli.CommandLine;

/** Somebody's list is matched on the command line with the graph that the tables make. */
class LinkTest {
    private static final String CHECKOUT = System.getProperty("zhice.home");
    private static final String CNIPA = Terms.ID + "agency/cnipa";
    private static final String SAMR = Terms.ID + "agency/samr";

    @TempDir
    static Path checkout;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path list;

    @BeforeAll
    static void in_a_copy_of_the_checkout() {
        new Home(Path.of(CHECKOUT)).copyTo(checkout);
        System.setProperty("zhice.home", checkout.toString());
    }

    @AfterAll
    static void back() {
        System.setProperty("zhice.home", CHECKOUT);
    }

    @BeforeEach
    void a_list() throws IOException {
        list = write("list.csv", """
                no,body,iri
                1,国知局,https://example.org/body/1
                2,国家市场监督管理局,https://example.org/body/2
                3,"𠮷氏, ""某""局",https://example.org/body/3
                4,,https://example.org/body/4
                """);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int run(String... arguments) {
        CommandLine command = Zhice.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private static List<CSVRecord> rows(Path file, CSVFormat format) throws IOException {
        return format.builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(Files.readString(file)))
                .getRecords();
    }

    private List<CSVRecord> linked() throws IOException {
        assertThat(run("link", list.toString(), "--column", "body", "--type", "agency"))
                .as(err.toString())
                .isZero();
        return rows(folder.resolve("list-linked.csv"), CSVFormat.RFC4180);
    }

    /** The second name lacks one of ten characters; nothing is decided. */
    @Test
    void candidates_stand_beside_the_rows_and_nothing_is_decided() throws IOException {
        String before = Files.readString(list);
        List<CSVRecord> rows = linked();

        assertThat(rows).hasSize(4).allMatch(row -> row.get("zhice_accepted").isEmpty());
        assertThat(rows.get(0).toMap())
                .containsEntry("body", "国知局")
                .containsEntry("zhice_id", CNIPA)
                .containsEntry("zhice_label_zh", "国家知识产权局")
                .containsEntry("zhice_score", "100.0")
                .containsEntry("zhice_method", "exact");
        assertThat(rows.get(1).toMap())
                .containsEntry("zhice_id", SAMR)
                .containsEntry("zhice_score", "90.0")
                .containsEntry("zhice_method", "similar");
        assertThat(rows.get(1).get("zhice_others")).contains(Terms.ID + "agency/");
        assertThat(rows.get(2).get("body")).isEqualTo("𠮷氏, \"某\"局");
        assertThat(rows.get(3).toMap()).containsEntry("zhice_id", "").containsEntry("zhice_method", "");
        assertThat(Files.readString(list)).isEqualTo(before);
    }

    /** Two joint conferences are 联席会议办公室 in the plans; 央行 is too short to be certain. */
    @Test
    void a_name_of_several_things_or_of_two_letters_is_told_apart() throws IOException {
        list = write("list.csv", "body\n联席会议办公室\n央行\n");

        assertThat(linked()).allMatch(row -> row.get("zhice_method").equals("ambiguous"));
    }

    @Test
    void what_was_accepted_becomes_links() throws IOException {
        linked();
        List<String> lines = Files.readAllLines(folder.resolve("list-linked.csv"));
        Files.write(
                folder.resolve("list-linked.csv"),
                List.of(
                        lines.get(0),
                        lines.get(1) + "yes",
                        lines.get(2) + "no",
                        lines.get(3) + "agency/mps",
                        lines.get(4)));
        Path linked = folder.resolve("list-linked.csv");
        assertThat(run("link", linked.toString(), "--column", "body", "--accepted", "--subject", "iri"))
                .as(err.toString())
                .isZero();

        List<String> table = Files.readAllLines(folder.resolve("list-linked.sssom.tsv"));
        assertThat(table)
                .contains("#  zhice: \"https://w3id.org/zhice/id/\"", "#  list: \"https://example.org/body/\"")
                .anyMatch(line -> line.startsWith("#mapping_set_id: urn:uuid:"));
        List<String[]> rows = table.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"))
                .toList();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).startsWith("subject_id", "subject_label", "predicate_id", "object_id");
        assertThat(rows.get(1))
                .startsWith(
                        "list:1",
                        "国知局",
                        "skos:exactMatch",
                        "zhice:agency/cnipa",
                        "China National Intellectual Property Administration",
                        "semapv:LexicalMatching",
                        "1.000");
        assertThat(rows.get(2)).contains("list:3", "zhice:agency/mps", "semapv:ManualMappingCuration");

        Model model = RDFParser.source(folder.resolve("list-linked.ttl"))
                .lang(Lang.TURTLE)
                .toModel();
        assertThat(model.contains(
                        ResourceFactory.createResource("https://example.org/body/1"),
                        SKOS.exactMatch,
                        ResourceFactory.createResource(CNIPA)))
                .isTrue();
        assertThat(model.listSubjectsWithProperty(SKOS.exactMatch).toList()).hasSize(2);
        assertThat(model.listSubjectsWithProperty(RDF.type, OWL2.Axiom).toList())
                .hasSize(2);
        assertThat(model.listObjectsOfProperty(VOID.triples).next().asLiteral().getInt())
                .isEqualTo(2);
    }

    /** The header is row 1 (RFC 7111). */
    @Test
    void without_iris_the_rows_themselves_are_linked() throws IOException {
        list = write("list.csv", "body\n国知局\n");
        linked();
        Path linked = folder.resolve("list-linked.csv");
        Files.writeString(linked, Files.readString(linked).stripTrailing() + "是\n");

        assertThat(run("link", linked.toString(), "--column", "body", "--accepted"))
                .isZero();
        assertThat(Files.readString(folder.resolve("list-linked.sssom.tsv"))).contains("\nlist:2\t国知局\t");
        Model model = RDFParser.source(folder.resolve("list-linked.ttl"))
                .lang(Lang.TURTLE)
                .toModel();
        assertThat(model.listSubjectsWithProperty(SKOS.exactMatch).next().getURI())
                .endsWith("/list-linked.csv#row=2");
    }

    @Test
    void a_list_as_excel_writes_it_is_read_and_written_so() throws IOException {
        list = write("list.csv", "\uFEFFno;body\r\n1;国知局\r\n2\r\n");
        assertThat(run("link", list.toString(), "--column", "body"))
                .as(err.toString())
                .isZero();

        String written = Files.readString(folder.resolve("list-linked.csv"));
        assertThat(written).startsWith("\uFEFFno;body;zhice_id;");
        assertThat(written.lines()).hasSize(3).anyMatch(line -> line.startsWith("1;国知局;" + CNIPA));
    }

    @Test
    void no_file_is_overwritten() throws IOException {
        Path there = write("list-linked.csv", "mine");

        assertThat(run("link", list.toString(), "--column", "body")).isEqualTo(2);
        assertThat(err.toString()).contains("--out: found " + there + ", which is there already");
        assertThat(there).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,b               | 'list.csv:1: found no column "body", expected one of a, b'
            body,body         | 'list.csv:1: found the column "body" twice, expected each column once'
            body,zhice_id     | 'list.csv:1: found a column "zhice_id", expected a list that is not linked yet'
            body;1;2;3        | 'list.csv:1: found no column "body2"'
            ''                | 'list.csv: found an empty file, expected a header and rows'
            """)
    void a_list_that_does_not_fit_is_told_by_place(String text, String told) throws IOException {
        list = write("list.csv", text);

        assertThat(run("link", list.toString(), "--column", told.contains("body2") ? "body2" : "body"))
                .isEqualTo(2);
        assertThat(err.toString()).contains(told);
    }

    @Test
    void rows_and_bytes_that_do_not_fit_are_told() throws IOException {
        list = write("list.csv", "body\n国知局\na,b\n");
        assertThat(run("link", list.toString(), "--column", "body")).isEqualTo(2);
        assertThat(err.toString()).contains("list.csv:3: found 2 cells, expected 1 cells");
        Files.write(list, "body\n国知局\n".getBytes(Charset.forName("GBK")));
        assertThat(run("link", list.toString(), "--column", "body")).isEqualTo(2);
        assertThat(err.toString()).contains("found bytes that are not UTF-8");
        list = write("list.csv", "body\n\"国知局\n");
        assertThat(run("link", list.toString(), "--column", "body")).isEqualTo(2);
        assertThat(err.toString()).contains("a row that is not CSV");
    }

    @Test
    void what_is_accepted_must_be_there() throws IOException {
        list = write("filled.csv", "body,zhice_id,zhice_score,zhice_accepted\nx," + CNIPA + ",90,perhaps\n");
        assertThat(run("link", list.toString(), "--column", "body", "--accepted"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("filled.csv:2 column zhice_accepted: found \"perhaps\", expected yes, no, or an identifier");
        list = write("filled.csv", "body,zhice_id,zhice_score,zhice_accepted\nx," + CNIPA + ",90,\n");
        assertThat(run("link", list.toString(), "--column", "body", "--accepted"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("found nothing accepted");
    }

    @Test
    void an_unknown_type_is_told_with_those_there_are() {
        assertThat(run("link", list.toString(), "--column", "body", "--type", "planet"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--type: found \"planet\", expected one of ")
                .contains("agency");
    }
}
