package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.input.Home;
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
    @ValueSource(
            strings = {
                "",
                "build",
                "check",
                "serve",
                "query",
                "extract",
                "texts",
                "texts add",
                "texts list",
                "texts remove",
                "texts report",
                "mcp",
                "passwd"
            })
    void each_level_has_its_help(String command) {
        assertThat(run((command + " --help").strip().split(" "))).isZero();
        assertThat(out()).contains("Usage: zhice " + command).contains("--verbose");
    }

    @Test
    void an_unknown_command_is_wrong_usage() {
        assertThat(run("bild")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("bild");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bild",
                "check 𠮷",
                "check --quries",
                "check --queries --queries",
                "check --store --queries",
                "check --queries --endpoint http://localhost:99999/",
                "check --queries --against README.md",
                "serve --port x",
                "serve --port",
                "serve --port 99999",
                "serve --host 𠮷",
                "serve --log xml",
                "serve --public-url x",
                "query 𠮷",
                "query tasks-on-a-topic 𠮷",
                "query tasks-on-a-topic --format pdf",
                "link",
                "link 𠮷.csv",
                "extract",
                "extract --out a --merge b",
                "extract . --id plan-2031 --out a",
                "check --accept",
                "check --queries --accept --endpoint http://localhost:1/",
                "extract --out a",
                "passwd",
                "texts add"
            })
    void wrong_usage_is_told_in_chinese_where_the_locale_is(String line) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        try {
            assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(WRONG_INPUT);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(err.toString().lines().findFirst().orElseThrow())
                .matches(".*[\\u4E00-\\u9FFF]{2}.*")
                .doesNotContain("expected", "found", "Missing", "option", "argument", "should");
    }

    @Test
    void an_argument_that_is_not_utf_8_is_wrong_usage() {
        assertThat(run("query", "tasks-on-a-topic", "--topic", "专\uFFFD")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("\"专<U+FFFD>\" with bytes that are not UTF-8, expected arguments in UTF-8");
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
    void parameters_without_a_query_are_wrong_input() {
        assertThat(run("query", "--year")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("query: found \"--year\", expected the id of a query before its parameters");
        assertThat(run("query", "tasks-by-chapter", "--export", "export")).isEqualTo(WRONG_INPUT);
    }

    @Test
    void queries_are_listed_under_what_they_are_for() {
        assertThat(run("query")).isZero();
        assertThat(out())
                .containsSubsequence(
                        "Who answers for what", "  tasks-by-chapter", "Law-making", "  instruments-by-rank");
    }

    @Test
    void an_unknown_query_is_wrong_input() {
        assertThat(run("query", "who-knows")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("who-knows");
    }

    @Test
    void texts_are_added_listed_and_removed() throws Exception {
        Path file = MadeUpPlan.write(folder.resolve("茶乡.txt"), "");
        assertThat(run("texts", "list")).isZero();
        assertThat(out()).isEmpty();
        assertThat(err.toString()).contains("no added texts");
        assertThat(run("texts", "add", file.toString(), "--id", "plan-2031"))
                .as(err.toString())
                .isZero();
        assertThat(out()).isEqualTo(file + ": added plan-2031\n");
        out.reset();
        assertThat(run("texts", "list")).isZero();
        assertThat(out())
                .matches(
                        "plan-2031\t\\d{4}-\\d\\d-\\d\\d\ttext/plain UTF-8\t[0-9a-f]{64}\t茶乡\\.txt\tthe tables do not know .*\n");
        assertThat(run("texts", "remove", "plan-2031")).isZero();
        assertThat(run("texts", "remove", "plan-2031")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("found no text of \"plan-2031\"");
    }

    @Test
    void of_several_files_each_is_added_or_refused_and_all_refusals_are_told() throws Exception {
        Path known = MadeUpPlan.write(folder.resolve("known.txt"), "2024年知识产权强国建设推进计划");
        Path unknown = MadeUpPlan.write(folder.resolve("unknown.txt"), "");
        Path empty = Files.createFile(folder.resolve("empty.txt"));
        assertThat(run("texts", "add", empty.toString(), known.toString(), unknown.toString()))
                .isEqualTo(WRONG_INPUT);
        assertThat(out()).isEqualTo(known + ": added plan-2024\n");
        assertThat(err.toString().lines())
                .hasSize(3)
                .contains("plan-2024: tasks read: 1, in the tables: 110")
                .anyMatch(line -> line.startsWith(empty + ": found an empty file, expected "))
                .anyMatch(line -> line.startsWith(unknown + ": found no title") && line.endsWith("with --id"));
    }

    @Test
    void another_copy_needs_a_word() throws Exception {
        String first = MadeUpPlan.write(folder.resolve("first.txt"), "").toString();
        String second = MadeUpPlan.write(folder.resolve("second.txt"), "茶山").toString();
        assertThat(run("texts", "add", first, "--id", "plan-2031")).isZero();
        assertThat(run("texts", "add", first, "--id", "plan-2031")).isZero();
        assertThat(run("texts", "add", second, "--id", "plan-2031")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("found another copy of plan-2031").contains("or --replace");
        assertThat(run("texts", "add", second, "--id", "plan-2031", "--replace"))
                .isZero();
        assertThat(out().lines().map(line -> line.replaceFirst(".*txt: ", "")))
                .containsExactly(
                        "added plan-2031",
                        "the same bytes are plan-2031 already; nothing changed",
                        "replaced plan-2031");
    }

    @ParameterizedTest
    @ValueSource(strings = {"texts", "texts add", "texts remove", "texts add a.txt b.txt --id plan-2031"})
    void wrong_usage_of_texts_is_told(String command) {
        assertThat(run(command.split(" "))).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void texts_speak_chinese() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.CHINA);
        try {
            assertThat(run("texts", "--help")).isZero();
            assertThat(run("texts", "list")).isZero();
            String file = MadeUpPlan.write(folder.resolve("茶乡.txt"), "").toString();
            assertThat(run("texts", "add", file, "--id", "plan-2031")).isZero();
            assertThat(out()).contains("自备的文件副本").contains(file + "：已添加为 plan-2031");
            assertThat(err.toString()).contains("尚未添加文本");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void extract_reads_every_format() throws Exception {
        String lines = Files.readString(MadeUpPlan.write(folder.resolve("plan.txt"), ""))
                .replace("\n", "</p><p>");
        Path page = folder.resolve("plan.html");
        Files.writeString(page, "<html><meta charset=\"gbk\"><p>" + lines + "</p></html>", Charset.forName("GBK"));
        assertThat(run(
                        "extract",
                        page.toString(),
                        "--id",
                        "plan-2031",
                        "--out",
                        folder.resolve("rows").toString()))
                .as(err.toString())
                .isZero();
        assertThat(err.toString()).contains("tasks 1, duties 1");
        Path none = Files.writeString(folder.resolve("none.txt"), "茶乡要振兴。");
        assertThat(run(
                        "extract",
                        none.toString(),
                        "--id",
                        "plan-2031",
                        "--out",
                        folder.resolve("none").toString()))
                .isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains(none + ": found no numbered task with a duty bracket");
    }

    @Test
    void a_document_that_was_read_in_part_has_an_exit_code_of_its_own() throws Exception {
        Path plan = MadeUpPlan.write(folder.resolve("plan.txt"), "为办好𠮷村茶会，依据《茶乡志》，制定本计划。");
        Path rows = folder.resolve("rows");
        assertThat(run("extract", plan.toString(), "--id", "plan-2031", "--out", rows.toString()))
                .as(err.toString())
                .isEqualTo(4);
        assertThat(err.toString()).containsPattern(" [5-9][0-9] % of the text read; ");
        assertThat(rows.resolve("report.csv")).content().contains("not read: holds a title,为办好𠮷村茶会，依据《茶乡志》，制定本计划,");
    }

    @Test
    void nothing_that_lies_in_a_folder_is_overwritten() throws Exception {
        Path plan = MadeUpPlan.write(folder.resolve("plan.txt"), "𠮷村茶会");
        Path rows = folder.resolve("rows");
        String[] extract = {"extract", plan.toString(), "--id", "plan-2031", "--out", rows.toString()};
        assertThat(run(extract)).as(err.toString()).isZero();
        Path reviewed = rows.resolve("task.csv");
        Files.writeString(reviewed, Files.readString(reviewed).replace(",,,", ",茶节,Tea festival,"));
        Map<String, String> before = MadeUpPlan.contents(rows);
        assertThat(run(extract)).isEqualTo(WRONG_INPUT);
        assertThat(err.toString())
                .contains("--out: found " + rows + ", which holds agency.csv, ")
                .contains(" more, expected a folder that is new or empty, for nothing is overwritten");
        assertThat(MadeUpPlan.contents(rows)).isEqualTo(before).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"extract plan.txt --id plan-2031 --out", "query --export"})
    void a_folder_of_others_is_refused_before_anything_is_read(String line) throws Exception {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Path file = Files.writeString(mine.resolve("mine.csv"), "𠮷\n");
        assertThat(run((line + " " + mine).split(" "))).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains(": found " + mine + ", which holds mine.csv, expected a folder");
        assertThat(run((line + " " + file).split(" "))).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("mine.csv, which is a file, expected a folder");
        assertThat(MadeUpPlan.contents(mine)).hasSize(1).containsValue("𠮷\n");
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
