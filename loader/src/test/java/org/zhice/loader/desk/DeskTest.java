package org.zhice.loader.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.desk.Outcome.What;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Progress;

/** Made-up documents that come in one by one and by the folder. */
class DeskTest {
    private static final String PLAN = """
            2031年茶乡知识产权推进计划
            一、完善茶乡制度
            1.推进《𠮷茶商标办法》修改。（国家知识产权局、茶叶总局负责）
            2.查处假冒茶标。（公安部负责）
            列第一位的部门为牵头部门。
            """;

    @TempDir
    Path folder;

    private Path in;
    private Path out;
    private final Desk desk = Desk.of(Checkout.home());

    @BeforeEach
    void a_folder_of_documents() throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        out = folder.resolve("out");
        write("plan-2031-tea.txt", PLAN);
        write(
                "福建/推进计划.html",
                "<html><meta charset=\"utf-8\"><p>"
                        + PLAN.replace("茶乡知识", "福建省知识").replace("\n", "</p><p>") + "</p></html>");
        write("旧/推进计划.txt", PLAN.replace("2031年茶乡", "2031年福建省"));
        write(".hidden.txt", PLAN);
        write("空.txt", "");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Path write(String name, String text) throws IOException {
        Path file = in.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<Outcome> writeAll(boolean again) {
        return desk.writeAll(in, out, again, Progress.NONE);
    }

    private static Map<Path, String> contents(Path folder) throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).forEach(file -> contents.put(file, read(file)));
        }
        return contents;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void each_document_of_a_folder_gets_a_folder_of_its_name_and_an_id() {
        List<Outcome> outcomes = writeAll(false);
        assertThat(outcomes)
                .extracting(outcome -> in.relativize(outcome.file()) + " " + outcome.what() + " "
                        + outcome.extraction().map(read -> read.document()).orElse(""))
                .containsExactly(
                        "plan-2031-tea.txt READ plan-2031-tea",
                        "旧/推进计划.txt READ plan-2031-fujian",
                        "福建/推进计划.html READ plan-2031-fujian-2",
                        "空.txt REFUSED ");
        assertThat(out.resolve("福建/推进计划/review.html")).content().contains("𠮷茶商标办法");
        assertThat(outcomes.get(3).refused().get(0).found()).isEqualTo("an empty file");
    }

    @Test
    void a_second_time_only_what_is_new_is_read_and_nothing_is_touched() throws IOException {
        writeAll(false);
        Map<Path, String> before = contents(out);
        write("plan-2032-tea.txt", PLAN.replace("2031", "2032"));
        assertThat(writeAll(false))
                .extracting(Outcome::what)
                .containsExactly(What.KEPT, What.READ, What.KEPT, What.KEPT, What.REFUSED);
        assertThat(contents(out)).containsAllEntriesOf(before);
    }

    @Test
    void what_differs_from_reviewed_rows_is_written_beside_them() throws IOException {
        Path file = in.resolve("plan-2031-tea.txt");
        Path rows = desk.write(file, "plan-2031-tea", out.resolve("rows")).out();
        edit(rows, "agency", "new-agency-1", "tea-administration");
        edit(rows, "responsibility", "new-agency-1", "tea-administration");
        edit(
                rows,
                "task",
                "2031-tea-001,plan-2031-tea,1,2031-tea-1,,",
                "2031-tea-001,plan-2031-tea,1,2031-tea-1,茶标,Marks");
        assertThat(desk.write(file, "plan-2031-tea", rows).what()).isEqualTo(What.SAME);
        edit(rows, "responsibility", "2031-tea-002,1,mps,公安部,sole,only-listed\n", "");
        edit(rows, "responsibility", "茶叶总局,participant", "茶叶总局,lead");
        Map<Path, String> reviewed = contents(rows);

        Outcome again = desk.write(file, "plan-2031-tea", rows);

        assertThat(again.what()).isEqualTo(What.AGAIN);
        assertThat(again.out()).hasFileName("rows-again");
        assertThat(contents(rows)).isEqualTo(reviewed);
        assertThat(Files.readAllLines(again.out().resolve("differences.csv")))
                .containsExactly(
                        "table,key,column,reviewed,read",
                        "responsibility,2031-tea-001/tea-administration,role,lead,participant",
                        "responsibility,2031-tea-002/mps,,,\"2031-tea-002,1,mps,公安部,sole,only-listed\"");
        assertThat(desk.write(file, "plan-2031-tea", rows).out()).hasFileName("rows-again-2");
    }

    private static void edit(Path rows, String table, String from, String to) throws IOException {
        Path file = rows.resolve(table + ".csv");
        assertThat(Files.readString(file)).contains(from);
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    @Test
    void rows_that_are_no_csv_stop_no_other_document() throws IOException {
        writeAll(false);
        Files.write(out.resolve("plan-2031-tea/document.csv"), new byte[] {'i', 'd', '\n', (byte) 0xFF});
        assertThat(writeAll(false))
                .extracting(Outcome::what)
                .containsExactly(What.KEPT, What.KEPT, What.KEPT, What.REFUSED);
        assertThat(writeAll(true))
                .extracting(Outcome::what)
                .containsExactly(What.REFUSED, What.SAME, What.SAME, What.REFUSED);
    }

    @Test
    void an_empty_folder_is_refused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThatThrownBy(() -> desk.writeAll(empty, out, false, Progress.NONE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("a folder without files");
    }
}
