package org.zhice.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.bench.Corpus;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.evidence.EvidenceTables;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Progress;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Tables;

/** A job in this process beside the build of one machine. */
class ReleaseJobTest {
    private static final Home CHECKOUT = new Home(Path.of(System.getProperty("zhice.home")));

    @TempDir
    static Path folder;

    private static JavaSparkContext spark;

    @BeforeAll
    static void a_process() {
        SparkConf conf = new SparkConf()
                .setAppName("test")
                .setMaster("local[2]")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.ui.enabled", "false");
        spark = new JavaSparkContext(conf);
        spark.setLogLevel("WARN");
    }

    @AfterAll
    static void ends() {
        spark.close();
    }

    private static Path write(Home home, String name) {
        Path out = folder.resolve(name);
        new ReleaseJob(spark, home.root().toString()).write(out.toString());
        return out;
    }

    @Test
    void the_parts_of_tables_and_texts_are_the_lines_that_one_machine_writes() throws Exception {
        Home home = new Corpus(CHECKOUT, 1).write(folder.resolve("corpus"), 2);
        assertThat(MadeUpTexts.add(home, folder)).isEqualTo(6);
        MadeUpTexts.add(home, folder, "plan-2099", "办好𠮷村茶节，不在表中的文件，只有这一句话而已。\n", false);
        MadeUpTexts.add(home, folder, "report-2023", "𠮷村的茶叶去年卖得很好，村里的人都很高兴。\n", false);
        Path out = write(home, "whole");
        List<String> expected = oneMachine(home);
        assertThat(expected).anyMatch(line -> line.contains("oa#Annotation")).anyMatch(line -> line.contains("在𠮷村"));
        assertThat(new String(Parts.joined(out), StandardCharsets.UTF_8)).isEqualTo(String.join("\n", expected) + "\n");
        assertThat(Parts.files(out)).hasSizeGreaterThan(1);
        assertThat(out.resolve("_SUCCESS")).exists();
    }

    /** What a build writes; that it comes to be a file is seen in {@link JarIT}. */
    private static List<String> oneMachine(Home home) {
        Tables reviewed = Tables.read(home);
        Tables tables = reviewed.with(EvidenceTables.of(home, reviewed));
        KnowledgeGraph graph = new KnowledgeGraph(home);
        graph.map(tables, new Mapper(home, tables), Progress.NONE);
        return graph.nquads();
    }

    private Home broken(String name, String table, UnaryOperator<String> change) throws Exception {
        Home home = CHECKOUT.copyTo(folder.resolve(name));
        edit(home, table, change);
        return home;
    }

    private static void edit(Home home, String table, UnaryOperator<String> change) throws Exception {
        Path file = home.tables().resolve(table + ".csv");
        String before = Files.readString(file);
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    /** What one machine finds, and the job too. */
    private static List<Finding> findings(Home home) {
        List<Finding> found = findings(() -> write(home, "none"));
        assertThat(findings(() -> Tables.read(home))).isEqualTo(found);
        assertThat(folder.resolve("none")).doesNotExist();
        return found;
    }

    private static List<Finding> findings(Runnable work) {
        try {
            work.run();
        } catch (InputException e) {
            return e.findings();
        }
        return List.of();
    }

    @Test
    void cells_that_break_their_contract_are_told_as_one_machine_tells_them() throws Exception {
        Home home = broken("cells", "agency", text -> text + "𠮷局,,,,,,\n");
        edit(home, "area", text -> text.replaceFirst("\n[a-z-]+,", "\n茶乡,"));
        assertThat(findings(home)).anySatisfy(finding -> {
            assertThat(finding.place().file()).isEqualTo("data/tables/agency.csv");
            assertThat(finding.place().column()).isEqualTo("id");
            assertThat(finding.found()).isEqualTo("\"𠮷局\"");
            assertThat(finding.expected()).startsWith("an id such as");
        });
    }

    @Test
    void keys_that_come_twice_or_too_late_are_told_as_one_machine_tells_them() throws Exception {
        Home home = broken("keys", "area", text -> text + "africa,world-region,,非洲𠮷,Africa,,\n");
        edit(home, "glossary", text -> text.replaceFirst("\n([^\n]+)\n([^\n]+)", "\n$2\n$1"));
        assertThat(findings(home))
                .extracting(finding -> finding.place().file(), Finding::found, Finding::expected)
                .hasSize(2)
                .contains(tuple("data/tables/area.csv", "\"africa\"", "a key that no row above has"))
                .anySatisfy(finding -> assertThat(finding.toList())
                        .startsWith("data/tables/glossary.csv")
                        .endsWith("rows sorted by key"));
    }

    @Test
    void references_that_lead_nowhere_are_told_in_the_order_of_the_tables() throws Exception {
        Home home = broken("references", "responsibility", text -> text.replaceAll(",cnipa,", ",tea-office,"));
        edit(home, "task", text -> text.replaceFirst(",plan-2019,", ",plan-1919,"));
        assertThat(findings(home))
                .hasSizeGreaterThan(100)
                .extracting(Finding::toString)
                .contains(
                        "data/tables/task.csv:2 column document: found \"plan-1919\", expected a value of column id in"
                                + " document.csv");
    }

    @Test
    void each_text_that_cannot_be_read_is_told_and_stops_no_other() throws Exception {
        Home home = CHECKOUT.copyTo(folder.resolve("texts"));
        MadeUpTexts.add(home, folder);
        Path texts = home.root().resolve("data/texts");
        Files.writeString(texts.resolve("plan-2019/original.txt"), "𠮷村另一份计划，已被人改过。");
        Files.writeString(texts.resolve("plan-2024/text.json"), "茶");
        assertThat(findings(() -> write(home, "unread")))
                .extracting(finding -> texts.relativize(Path.of(finding.place().file())), Finding::expected)
                .hasSize(2)
                .satisfies(found -> {
                    assertThat(found.get(0).toList().get(0)).hasToString("plan-2019/original.txt");
                    assertThat(found.get(1).toList().get(0)).hasToString("plan-2024/text.json");
                });
        assertThat(folder.resolve("unread")).doesNotExist();
    }
}
