package org.zhice.loader.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.input.Home;

class ComparisonTest {
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
    void both_sides_of_each_difference_are_told_with_place_and_quote() {
        AddedTexts.addMadeUp(home, folder);
        Comparison comparison = only();
        assertThat(comparison.document()).isEqualTo("plan-2024");
        assertThat(comparison.differences())
                .filteredOn(difference -> difference.key().matches("plan-2024 4|2024-003 \\w+"))
                .contains(
                        new Difference(
                                Difference.Side.BOTH,
                                "task",
                                "plan-2024 4",
                                "duty_mode",
                                "by-division",
                                "jointly",
                                "plan-2024:114",
                                "4.培育茶种。（农业农村部、国家林草局按职责分工负责）"),
                        new Difference(
                                Difference.Side.TEXT,
                                "responsibility",
                                "2024-003 mofcom",
                                "",
                                "task=2024-003; position=1; agency=mofcom; printed_name=商务部; role=sole; role_basis=only-listed",
                                "",
                                "plan-2024:107",
                                "商务部"),
                        new Difference(
                                Difference.Side.TABLES,
                                "responsibility",
                                "2024-003 samr",
                                "",
                                "",
                                "task=2024-003; position=1; agency=samr; printed_name=市场监管总局; role=sole; role_basis=only-listed",
                                "plan-2024:97",
                                "3.查处假冒茶标。（商务部负责）"));
        assertThat(comparison.differences())
                .filteredOn(difference -> difference.table().equals("task"))
                .hasSize(110 - 4 + 1)
                .filteredOn(difference -> difference.side() == Difference.Side.TABLES)
                .hasSize(110 - 4)
                .allMatch(difference -> difference.place().isEmpty());
    }

    @Test
    void a_text_that_says_what_the_tables_say_has_no_difference() throws Exception {
        Checkout.edit(
                home,
                "document",
                text -> text.replace(
                        "report-2023,",
                        "plan-2031,plan,2031,茶乡计划,Tea Plan,cnipa,,,annual-plans,,1,,,,,,,,\nreport-2023,"));
        Checkout.edit(
                home,
                "section",
                text -> text.replaceFirst("\\R(?!20)(?=\\w)", "\n2031-1,plan-2031,,1,完善茶乡制度,Improve the tea system\n"));
        Checkout.edit(home, "task", text -> text + "2031-001,plan-2031,1,2031-1,整理𠮷标,Sort tea marks,jointly,false\n");
        Checkout.edit(home, "responsibility", text -> text + "2031-001,1,cnipa,国家知识产权局,sole,only-listed\n");
        Checkout.edit(home, "task_initiative", text -> text + "2031-001,campaign/kunlun-2024,launches,昆仑2024\n");
        add("一、完善茶乡制度\n1.整理𠮷标，开展“昆仑2024”专项行动。（国家知识产权局负责）\n", "plan-2031");
        assertThat(only()).isEqualTo(new Comparison("plan-2031", true, "", List.of()));
    }

    @Test
    void a_document_that_the_tables_do_not_know_is_not_compared() throws Exception {
        add(AddedTexts.madeUp(), "plan-2099");
        assertThat(only()).isEqualTo(new Comparison("plan-2099", false, "", List.of()));
    }

    @Test
    void a_text_in_which_nothing_can_be_read_says_why() throws Exception {
        add("茶乡要振兴，𠮷村要兴旺，大家一起努力。\n", "plan-2024");
        assertThat(only().refusal()).startsWith("plan-2024: found ");
        assertThat(only().differences()).isEmpty();
    }

    @Test
    void without_a_text_there_is_nothing_to_compare() {
        assertThat(Comparison.all(home)).isEmpty();
    }

    private void add(String text, String document) throws Exception {
        AddedTexts.add(home, Files.writeString(folder.resolve(document + ".txt"), text), document);
    }

    private Comparison only() {
        List<Comparison> all = Comparison.all(home);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
