package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.Home;
import picocli.CommandLine;

/** The command line in this process, in a copy of the checkout. */
class CommandLineTest {
    private static final String CHECKOUT = System.getProperty("zhice.home");
    private static final int WRONG_INPUT = 2;

    @TempDir
    Path folder;

    private Home home;
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream console = System.out;

    @BeforeEach
    void in_a_copy_of_the_checkout() {
        home = new Home(Path.of(CHECKOUT)).copyTo(folder);
        System.setProperty("zhice.home", folder.toString());
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void back() {
        System.setProperty("zhice.home", CHECKOUT);
        System.setOut(console);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "build", "check", "serve", "query", "extract", "mcp"})
    void each_level_has_its_help(String command) {
        String[] args = command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"};
        assertThat(run(args)).isZero();
        assertThat(out()).contains("Usage: zhice " + command).contains("--verbose");
    }

    @Test
    void an_unknown_command_is_wrong_usage() {
        assertThat(run("bild")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("bild");
    }

    @Test
    void a_plan_is_read_measured_and_once_reviewed_would_be_merged() throws Exception {
        Path plan = Files.writeString(
                folder.resolve("plan.txt"), "𠮷村茶会\n一、完善茶乡制度\n1.查处假冒茶标。（公安部、茶叶总局负责）\n列第一位的部门为牵头部门。\n");
        Path gold = Files.writeString(folder.resolve("gold.tsv"), "number\tlead_agency\n1\t公安部\n");
        String rows = folder.resolve("rows").toString();
        assertThat(run("extract", plan.toString(), "--id", "plan-2031", "--out", rows))
                .isZero();
        assertThat(Path.of(rows, "review.html")).content().contains("茶叶总局");
        assertThat(run("extract", plan.toString(), "--id", "plan-2031", "--evaluate", gold.toString()))
                .isZero();
        assertThat(out()).containsPattern("lead +1 +1 +1\\.000 +1\\.000 +1\\.000");
        assertThat(run("extract", "--merge", rows)).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("task.csv:2 column title_zh: found nothing, expected a value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"extract", "extract plan.txt --id plan-2031", "extract --out rows", "extract plan.txt --out rows"
            })
    void extract_needs_a_file_an_id_and_what_to_do(String line) {
        assertThat(run(line.split(" "))).isEqualTo(WRONG_INPUT);
    }

    @Test
    void check_counts_what_is_good() {
        assertThat(run("check")).isZero();
        assertThat(err.toString()).contains("nothing wrong");
    }

    @Test
    void a_wrong_cell_is_one_line_with_exit_code_2_and_the_old_store_stays() throws Exception {
        assertThat(run("build")).isZero();
        Path good = home.stores().current().orElseThrow();
        Path table = home.tables().resolve("responsibility.csv");
        Files.writeString(table, Files.readString(table).replace("2023-004,2,cnipa,", "2023-004,2,𠮷,"));
        assertThat(run("build")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString().lines().filter(line -> line.contains("found")))
                .singleElement()
                .asString()
                .matches("data/tables/responsibility\\.csv:\\d+ column agency: found \"𠮷\", expected .*");
        assertThat(home.stores().current()).contains(good);
    }

    @Test
    void queries_are_listed_with_their_parameters() {
        assertThat(run("query")).isZero();
        assertThat(out())
                .contains("tasks-led-by-an-agency-in-a-year")
                .contains("--agency")
                .contains("--year");
    }

    @Test
    void a_query_takes_an_agency_by_its_id_its_name_or_its_traditional_name() {
        String[] names = {"cnipa", "CNIPA", "国家知识产权局", "國家知識產權局"};
        for (String name : names) {
            out.reset();
            assertThat(run(
                            "query",
                            "tasks-led-by-an-agency-in-a-year",
                            "--agency",
                            name,
                            "--year",
                            "2024",
                            "--format",
                            "csv"))
                    .as(err.toString())
                    .isZero();
            assertThat(out().lines()).as(name).hasSize(1 + 23);
        }
    }

    @Test
    void a_bad_parameter_is_wrong_input_and_shows_what_there_is() {
        assertThat(run("query", "tasks-led-by-an-agency-in-a-year", "--agency", "𠮷", "--year", "2024"))
                .isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("--agency: found \"𠮷\"").contains("cnipa");
    }

    @Test
    void an_unknown_query_is_wrong_input() {
        assertThat(run("query", "who-knows")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("who-knows");
    }

    private int run(String... args) {
        CommandLine command = Zhice.commandLine();
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        return command.execute(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
