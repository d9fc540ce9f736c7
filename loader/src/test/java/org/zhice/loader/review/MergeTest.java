package org.zhice.loader.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.Loader;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Progress;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.tables.Tables;

/** A made-up plan on its way from the text to the reviewed tables. */
class MergeTest {
    @TempDir
    Path folder;

    private Home home;
    private Path rows;

    @BeforeEach
    void a_reading() throws IOException {
        home = Checkout.copyTo(folder.resolve("home"));
        rows = folder.resolve("rows");
        DocumentReader reader = DocumentReader.of(Tables.read(home));
        String text = new String(MergeTest.class.getResourceAsStream("tea.txt").readAllBytes(), StandardCharsets.UTF_8);
        Extraction extraction = reader.read(text, "plan-2031", "tea.txt");
        ReviewSheet.write(extraction, reader.rows(extraction), text, rows);
    }

    private Map<String, Long> merge() {
        return new Loader(home, Progress.NONE).merge(rows);
    }

    private void edit(String table, String... changes) throws IOException {
        Path file = rows.resolve(table + ".csv");
        String text = Files.readString(file);
        for (int i = 0; i < changes.length; i += 2) {
            assertThat(text).contains(changes[i]);
            text = text.replace(changes[i], changes[i + 1]);
        }
        Files.writeString(file, text);
    }

    private void review() throws IOException {
        Files.delete(rows.resolve("plan_series.csv"));
        edit(
                "document",
                "plan-2031,plan,2031,2031年茶乡知识产权推进计划,,,,,new-plan-1,,2",
                "plan-2031,plan,2031,2031年茶乡知识产权推进计划,2031 Tea Country IP Plan,"
                        + "ip-powerhouse-joint-conference-office,,,annual-plans,,2");
        edit("section", "完善茶乡制度,", "完善茶乡制度,Improving the rules of tea country");
        edit("task", "2031-1,,,", "2031-1,茶乡商标规则,Rules on tea-country marks,");
        List<String> tasks = Files.readAllLines(rows.resolve("task.csv"));
        tasks.set(2, tasks.get(2).replace("茶乡商标规则,Rules on tea-country marks", "打击假冒茶标,Action against fake tea marks"));
        Files.write(rows.resolve("task.csv"), tasks);
        edit("task_topic", "2031-001,", "2031-001,trademark", "2031-002,", "2031-002,trademark");
        edit(
                "agency",
                "new-agency-1,茶叶总局,茶叶总局,,,,ours",
                "tea-administration,茶叶总局,茶叶总局,Tea Administration,,local-authority,ours");
        edit("responsibility", "new-agency-1", "tea-administration");
        edit(
                "instrument",
                "new-instrument-1,,茶乡商标使用办法,,cn",
                "tea-marks,departmental-rule,茶乡商标使用办法,Measures on Tea-Country Marks,cn");
        edit("legislative_action", "new-instrument-1", "tea-marks");
    }

    private static Map<String, List<String>> lines(Path tables) throws IOException {
        Map<String, List<String>> lines = new HashMap<>();
        try (Stream<Path> files = Files.list(tables)) {
            for (Path file : files.toList()) {
                lines.put(file.getFileName().toString(), Files.readAllLines(file));
            }
        }
        return lines;
    }

    @Test
    void the_sheet_shows_the_whole_text_with_the_rows_beside_it() throws IOException {
        String sheet = Files.readString(rows.resolve("review.html"));
        assertThat(sheet).contains("𠮷村茶会", "<mark>茶叶总局</mark>", "new-agency-1", "任务有几个部门的");
        assertThat(sheet.replaceAll("<[^>]*>", "")).contains("1.推进《茶乡商标使用办法》修改。（国家知识产权局、茶叶总局负责）");
    }

    @Test
    void rows_not_reviewed_are_refused_at_their_cells_and_nothing_changes() throws IOException {
        Map<String, List<String>> before = lines(home.tables());
        InputException refused = catchThrowableOfType(InputException.class, this::merge);
        assertThat(refused.findings())
                .extracting(finding -> finding.place().toString())
                .contains(rows + "/task.csv:2 column title_zh", rows + "/document.csv:2 column title_en");
        assertThat(refused).hasMessageContaining("found \"new-agency-1\", expected an id of its own");
        assertThat(refused)
                .hasMessageContaining("agency.csv:2 column kind: found nothing, expected one of central-government, ")
                .hasMessageContaining("column title_zh: found nothing, expected a value of 1 to 30 characters");
        assertThat(refused.findings())
                .filteredOn(finding -> finding.place().column().equals("topic"))
                .extracting(finding -> finding.expected().replaceFirst(", copyright,.*", "…"))
                .containsExactly(
                        "a value of column id in topic.csv: one of administrative-enforcement, agency-services,"
                                + " agriculture, commercialisation, competition, coordinated-protection…",
                        "a value of column id in topic.csv");
        assertThat(lines(home.tables())).isEqualTo(before);
    }

    @Test
    void reviewed_rows_are_added_and_no_other_line_changes() throws IOException {
        Map<String, List<String>> before = lines(home.tables());
        review();
        assertThat(merge().toString())
                .isEqualTo("{document=1, section=1, task=2, responsibility=3, agency=1, instrument=1,"
                        + " legislative_action=1, task_topic=2, coverage=2}");
        Map<String, List<String>> after = lines(home.tables());
        after.forEach((table, lines) -> assertThat(lines).containsSubsequence(before.get(table)));
        assertThat(after.get("responsibility.csv"))
                .contains("2031-001,2,tea-administration,茶叶总局,participant,later-listed-rule");
        assertThat(catchThrowableOfType(InputException.class, this::merge)).hasMessageContaining("found no new row");
    }

    @Test
    void what_only_shows_among_all_rows_is_told_at_the_row_that_was_to_be_added() throws IOException {
        review();
        edit("responsibility", "tea-administration", "tea-office");
        Map<String, List<String>> before = lines(home.tables());
        assertThat(catchThrowableOfType(InputException.class, this::merge))
                .hasMessageContaining(rows + "/responsibility.csv:3 column agency: found \"tea-office\"");
        assertThat(lines(home.tables())).isEqualTo(before);
    }

    @Test
    void another_row_of_the_same_key_is_refused() throws IOException {
        review();
        edit("agency", "tea-administration,茶叶总局,茶叶总局,Tea Administration", "cnipa,茶叶总局,茶叶总局,Tea Administration");
        assertThat(catchThrowableOfType(InputException.class, this::merge))
                .hasMessageContaining(rows + "/agency.csv:2")
                .hasMessageContaining("the row of this key in data/tables/agency.csv:");
    }
}
