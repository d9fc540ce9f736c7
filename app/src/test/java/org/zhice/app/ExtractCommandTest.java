package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Documents that come in by the folder, and again. */
class ExtractCommandTest {
    private static final int WRONG_INPUT = 2;
    private static final int PARTLY_READ = 4;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();

    @Test
    void reviewed_rows_are_read_again_beside_them() throws Exception {
        String plan = MadeUpPlan.write(folder.resolve("plan.txt"), "𠮷村茶会").toString();
        Path rows = folder.resolve("rows");
        String[] extract = {"extract", plan, "--id", "plan-2031", "--out", rows.toString()};
        String[] again = {"extract", plan, "--id", "plan-2031", "--out", rows.toString(), "--again"};
        assertThat(run(extract)).as(err.toString()).isZero();
        assertThat(run(again)).as(err.toString()).isZero();
        assertThat(err.toString()).contains("nothing differs from " + rows);
        Path reviewed = rows.resolve("responsibility.csv");
        Files.writeString(reviewed, Files.readString(reviewed).replace("文化和旅游部", "文旅部"));
        Map<String, String> before = MadeUpPlan.contents(rows);
        assertThat(run(again)).as(err.toString()).isZero();
        assertThat(MadeUpPlan.contents(rows)).isEqualTo(before);
        assertThat(folder.resolve("rows-again/differences.csv")).content().contains("printed_name,文旅部,文化和旅游部");
    }

    @Test
    void a_folder_is_read_in_one_call_and_each_refusal_is_told() throws Exception {
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.move(MadeUpPlan.write(folder.resolve("plan.txt"), "2031年𠮷村茶会推进计划"), in.resolve("plan-2031-tea.txt"));
        Files.writeString(in.resolve("none.txt"), "");
        String out = folder.resolve("out").toString();
        assertThat(run("extract", in.toString(), "--out", out)).isEqualTo(WRONG_INPUT);
        assertThat(out()).containsPattern("plan-2031-tea +100% +1 +1 +0 +\\d+  .*review\\.html");
        assertThat(err.toString())
                .contains("2 documents: 1 read", "1 refused", in.resolve("none.txt") + ": found an empty file");
        assertThat(Path.of(out, "plan-2031-tea", "review.html")).exists();
        Files.delete(in.resolve("none.txt"));
        assertThat(run("extract", in.toString(), "--out", out)).isZero();
        assertThat(out()).contains("left as it is: ");
    }

    @Test
    void what_was_not_read_is_told_in_words_and_by_the_exit_code() throws Exception {
        Path plan = MadeUpPlan.write(folder.resolve("plan.txt"), "2031年𠮷村茶会推进计划");
        Files.writeString(plan, Files.readString(plan) + "附记：去年茶节卖出茶饼 320 万块，由茶会牵头。\n");
        String rows = folder.resolve("rows").toString();
        assertThat(run("extract", plan.toString(), "--id", "plan-2031", "--out", rows))
                .as(err.toString())
                .isEqualTo(PARTLY_READ);
        assertThat(err.toString()).contains("taken for a plan (2031年𠮷村茶会推进计划)", plan + ": not all was read: 1 pieces");
    }

    @Test
    void an_id_that_cannot_stand_in_the_tables_is_refused() throws Exception {
        String rows = folder.resolve("rows").toString();
        assertThat(run(
                        "extract",
                        MadeUpPlan.write(folder.resolve("plan.txt"), "").toString(),
                        "--id",
                        "a b/c",
                        "--out",
                        rows))
                .isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("--id: found \"a b/c\", expected an id such as plan-2025");
    }

    private int run(String... args) {
        CommandLine command = Zhice.commandLine();
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(out, true));
        return command.execute(args);
    }

    private String out() {
        return out.toString();
    }
}
