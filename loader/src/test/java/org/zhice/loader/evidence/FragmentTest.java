package org.zhice.loader.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.Transliterator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.Loader;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Progress;

/** Clauses of the made-up plan that are marked by hand. Offsets are counted by hand, in code points. */
class FragmentTest {
    static {
        JenaSystem.init();
    }

    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void a_copy_of_the_content() {
        home = Checkout.copyTo(folder.resolve("checkout"));
    }

    @Test
    void a_marked_clause_is_quoted_from_its_task_and_the_whole_task_is_not() {
        mark("item/2024-002-1,plan-2024,办好𠮷,村茶节", "item/2024-003-1,plan-2024,查处假冒茶标,");
        AddedTexts.addMadeUp(home, folder);
        assertThat(passages())
                .contains("2024-002-1|80|86|办好𠮷村茶节|text-fragment|1.0", "2024-003-1|99|105|查处假冒茶标|text-fragment|1.0")
                .noneMatch(passage -> passage.matches("2024-00[23]-1\\|.*whole-task.*"));
        assertThat(misfits()).isEmpty();
    }

    @Test
    void marks_in_simplified_script_are_found_in_a_copy_in_traditional_script() throws Exception {
        mark("item/2024-003-1,plan-2024,查处假,冒茶标");
        Path file = folder.resolve("traditional.txt");
        Files.writeString(file, Transliterator.getInstance("Hans-Hant").transliterate(AddedTexts.madeUp()));
        AddedTexts.add(home, file, AddedTexts.DOCUMENT);
        assertThat(passages()).contains("2024-003-1|99|105|查處假冒茶標|text-fragment|1.0");
    }

    @Test
    void marks_that_do_not_stand_once_in_their_place_are_told() {
        mark(
                "item/2024-001-1,plan-2024,推进《中华,查处假",
                "item/2024-002-1,plan-2024,供各方,",
                "item/2024-003-1,plan-2024,查处乌龙,冒茶标",
                "item/2024-003-2,plan-2024,查处假,冒茶标",
                "section/2024-1,plan-2024,𠮷村茶,供各方");
        AddedTexts.addMadeUp(home, folder);
        assertThat(misfits())
                .containsExactly(
                        misfit("item/2024-001-1", "text_end", "", "查处假", "plan-2024:49", "推进《中华"),
                        misfit("item/2024-002-1", "text_start", "", "供各方", "", ""),
                        misfit("item/2024-003-1", "text_start", "", "查处乌龙", "", ""),
                        misfit(
                                "section/2024-1",
                                "text_start",
                                "plan-2024:16; plan-2024:82",
                                "𠮷村茶",
                                "plan-2024:16",
                                "𠮷村茶"));
        assertThat(passages()).contains("2024-003-1|97|113|3.查处假冒茶标。（商务部负责）|whole-task|0.5");
    }

    @Test
    void a_clause_of_an_unknown_statement_is_a_finding_of_the_check() {
        mark("achievement/tea-sorted,report-2023,整理𠮷种,");
        assertThatThrownBy(() -> new Loader(home, Progress.NONE).check())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("text_fragment.csv:2");
    }

    @Test
    void a_clause_in_another_document_than_its_statement_is_a_finding_of_the_check() {
        mark("achievement/civil-code,plan-2024,整理𠮷种,");
        assertThatThrownBy(() -> new Loader(home, Progress.NONE).check())
                .isInstanceOf(InputException.class)
                .hasMessageContaining("in its own document");
    }

    private static Difference misfit(
            String statement, String column, String read, String reviewed, String place, String quote) {
        return new Difference(Difference.Side.TABLES, "text_fragment", statement, column, read, reviewed, place, quote);
    }

    private void mark(String... rows) {
        Checkout.edit(
                home,
                "text_fragment",
                text -> "statement,document,text_start,text_end\n" + String.join("\n", rows) + "\n");
    }

    private List<String> passages() {
        DatasetGraph union =
                DatasetGraphFactory.wrap(new Loader(home, Progress.NONE).check().union());
        return Answers.of(union, """
                SELECT ?item ?start ?end ?quote ?rule ?confidence WHERE {
                  ?item zc:onInstrument ?any ; zc:statedIn ?p . ?p zc:charStart ?start ; zc:charEnd ?end ; zc:quote ?quote .
                  ?annotation oa:hasBody ?item ; oa:hasTarget ?p ; itsrdf:taAnnotatorsRef ?rule ;
                    itsrdf:taConfidence ?confidence }""");
    }

    private List<Difference> misfits() {
        return Comparison.all(home).stream()
                .flatMap(comparison -> comparison.differences().stream())
                .filter(difference -> difference.table().equals("text_fragment"))
                .toList();
    }
}
