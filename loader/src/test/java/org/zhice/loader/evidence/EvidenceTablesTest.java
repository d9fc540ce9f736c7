package org.zhice.loader.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.Loader;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;
import org.zhice.store.tdb.StoreConfig;

/** A made-up plan, added to a copy of the checkout, in graph and store. Offsets are counted by hand. */
class EvidenceTablesTest {
    static {
        JenaSystem.init();
    }

    @TempDir
    static Path folder;

    private static Home home;
    private static DatasetGraph union;
    private static KnowledgeGraph graph;
    private static Path build;

    @BeforeAll
    static void a_graph_with_an_added_text() {
        home = Checkout.copyTo(folder.resolve("checkout"));
        AddedTexts.addMadeUp(home, folder);
        graph = new Loader(home, Progress.NONE).check();
        build = new Loader(home, Progress.NONE).build().build();
        union = DatasetGraphFactory.wrap(graph.union());
    }

    private static List<String> ask(String select) {
        return Answers.of(union, select);
    }

    @Test
    void the_text_is_an_expression_of_its_document_with_checksum_script_and_length() throws Exception {
        byte[] bytes = AddedTexts.madeUp().getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(ask("""
                SELECT ?document ?checksum ?language ?extent WHERE {
                  source:plan-2024 a zc:SourceText ; eli:realizes ?document ; dcterms:identifier ?checksum ;
                    dcterms:language ?language ; dcterms:extent ?extent }""")).containsExactly("plan-2024|sha256:" + sha256 + "|zh-Hans|167 code points");
    }

    @Test
    void every_character_of_the_text_is_kept_for_whoever_reads_it_whole() {
        assertThat(ask("SELECT ?text WHERE { source:plan-2024 <https://schema.org/text> ?text }"))
                .containsExactly(AddedTexts.madeUp());
    }

    @Test
    void a_task_has_its_wording_and_the_characters_that_state_it() {
        assertThat(ask("""
                SELECT ?task ?text ?start ?end ?quote WHERE {
                  ?task a zc:Task ; zc:text ?text ; zc:statedIn ?p .
                  ?p zc:charStart ?start ; zc:charEnd ?end ; zc:quote ?quote } ORDER BY ?task"""))
                .containsExactly(
                        "2024-001|推进《中华人民共和国商标法》修改。|47|77|1.推进《中华人民共和国商标法》修改。（国家知识产权局负责）",
                        "2024-002|办好𠮷村茶节。|78|96|2.办好𠮷村茶节。（中央宣传部负责）",
                        "2024-003|查处假冒茶标。|97|113|3.查处假冒茶标。（商务部负责）",
                        "2024-004|培育茶种。|114|141|4.培育茶种。（农业农村部、国家林草局按职责分工负责）");
    }

    @Test
    void a_role_that_rests_on_the_sentence_about_lists_is_stated_there_too() {
        String sentence = "任务有几个部门的，列在首位的部门牵头，其余参与。";
        assertThat(ask("""
                SELECT ?responsibility ?start ?quote WHERE {
                  ?responsibility a zc:Responsibility ; zc:statedIn ?p . ?p zc:charStart ?start ; zc:quote ?quote
                } ORDER BY ?responsibility ?start"""))
                .containsExactly(
                        "2024-001-1|67|国家知识产权局",
                        "2024-002-1|88|中央宣传部",
                        "2024-004-1|122|农业农村部",
                        "2024-004-1|142|" + sentence,
                        "2024-004-2|128|国家林草局",
                        "2024-004-2|142|" + sentence);
    }

    @Test
    void a_promise_about_a_law_is_quoted() {
        assertThat(ask("SELECT ?quote WHERE { item:2024-001-1 zc:statedIn/zc:quote ?quote }"))
                .containsExactly("推进《中华人民共和国商标法》修改");
    }

    @Test
    void rule_and_confidence_of_a_reading_are_one_step_from_the_statement() {
        assertThat(ask("""
                SELECT ?rule ?confidence ?start WHERE {
                  ?annotation oa:hasBody responsibility:2024-004-1 ; oa:hasTarget/zc:charStart ?start ;
                    itsrdf:taAnnotatorsRef ?rule ; itsrdf:taConfidence ?confidence } ORDER BY ?start""")).containsExactly("duty-first-listed-rule|0.97|122", "list-rule|0.97|142");
    }

    @Test
    void an_annotation_tool_finds_source_selectors_and_twenty_characters_around() {
        assertThat(ask("""
                SELECT ?source ?start ?end ?exact ?prefix ?suffix WHERE {
                  ?annotation oa:hasBody responsibility:2024-002-1 ; oa:hasTarget ?target .
                  ?target a oa:SpecificResource ; oa:hasSource ?source ; oa:hasSelector ?position , ?quote .
                  ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end .
                  ?quote a oa:TextQuoteSelector ; oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix }""")).containsExactly("plan-2024|88|93|中央宣传部|家知识产权局负责）\n2.办好𠮷村茶节。（|负责）\n3.查处假冒茶标。（商务部负责）");
    }

    @Test
    void what_comes_of_a_text_stands_in_the_graph_of_its_document_and_in_the_derived_annotations() {
        assertThat(Answers.of(graph.dataset(), """
                SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(?p IN (zc:statedIn, zc:quote, zc:text, eli:realizes)) }""")).containsExactly("source-plan-2024");
        assertThat(
                        Answers.of(
                                graph.dataset(),
                                "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?p), STR(oa:)) && ?p != oa:hasSource) }"))
                .containsExactlyInAnyOrder("derived-annotations");
    }

    @Test
    void the_same_text_gives_the_same_quads() throws Exception {
        assertThat(Files.readAllLines(build.resolve(StoreBuilder.NQUADS))).isEqualTo(graph.nquads());
    }

    @Test
    void wording_and_quote_are_found_by_full_text_search_in_either_script() {
        DatasetGraph store = StoreConfig.open(home.config(), build);
        try {
            Txn.executeRead(store, () -> {
                assertThat(Answers.of(store, "SELECT ?task WHERE { ?task text:query (zc:text \"茶節\") }"))
                        .containsExactly("2024-002");
                assertThat(Answers.of(
                                store,
                                "SELECT ?task WHERE { ?task zc:statedIn ?p . ?p text:query (zc:quote \"假冒茶標\") }"))
                        .contains("2024-003");
            });
        } finally {
            StoreConfig.close(store);
        }
    }

    @Test
    void every_column_of_every_made_table_reaches_the_graph() {
        Tables reviewed = Tables.read(home);
        List<Table> made = EvidenceTables.of(home, reviewed);
        Mapper mapper = new Mapper(home, reviewed.with(made));
        assertThat(made).extracting(Table::name).containsExactly("source_text", "task_text", "passage");
        assertThat(made)
                .allSatisfy(table -> assertThat(mapper.columnsUsed(table))
                        .as(table.name())
                        .containsExactlyInAnyOrderElementsOf(table.header()));
    }

    @Test
    void without_an_added_text_of_a_known_document_nothing_is_made() {
        Home bare = Checkout.copyTo(folder.resolve("bare"));
        assertThat(EvidenceTables.of(bare, Tables.read(bare))).isEmpty();
        AddedTexts.add(bare, home.texts().resolve("plan-2024/original.txt"), "plan-2099");
        assertThat(EvidenceTables.of(bare, Tables.read(bare))).isEmpty();
    }

    @Test
    void a_text_in_traditional_script_says_so() throws Exception {
        Home traditional = Checkout.copyTo(folder.resolve("traditional"));
        Path file = folder.resolve("traditional.txt");
        Files.writeString(file, Transliterator.getInstance("Hans-Hant").transliterate(AddedTexts.madeUp()));
        AddedTexts.add(traditional, file, AddedTexts.DOCUMENT);
        Table source = EvidenceTables.of(traditional, Tables.read(traditional)).get(0);
        Map<String, String> row = source.cells(source.rows().get(0));
        assertThat(row).containsEntry("language", "zh-Hant");
    }
}
