package org.zhice.loader.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.Samples;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.TaskRow;

/** Tables of duties in files: the same rows from each format. */
class DutyTablesTest {
    private static final List<String> ROWS = List.of(
            "2031-001|建芦田|县农业农村局=lead; 县财政局=participant; 县林业局=participant|2031年6月|新建芦田1.5万亩。1.清淤；2.补种。",
            "2031-002|建芦田|县农业农村局=lead|全年|推广芦器。",
            "2031-003|护芦标|县市场监管局=lead|2031年11月底|查处假冒𠮷芦。");

    @TempDir
    Path folder;

    private static List<String> rows(Path file) {
        String text = SourceFile.read(file).text();
        Extraction plan = new Extractor(Samples.lexicon()).read(text, "plan-2031");
        int[] points = text.codePoints().toArray();
        assertThat(plan.responsibilities())
                .allSatisfy(row -> assertThat(new String(
                                points,
                                row.evidence().passage().start(),
                                row.evidence().passage().end()
                                        - row.evidence().passage().start()))
                        .isEqualTo(row.printedName()));
        return plan.tasks().stream().map(task -> row(plan, task)).toList();
    }

    private static String row(Extraction plan, TaskRow task) {
        return String.join(
                "|",
                task.id(),
                plan.sections().stream()
                        .filter(section -> section.id().equals(task.section()))
                        .map(section -> section.titleZh())
                        .findFirst()
                        .orElse(""),
                plan.responsibilities().stream()
                        .filter(row -> row.task().equals(task.id()))
                        .map(row -> row.printedName() + "=" + row.role())
                        .collect(Collectors.joining("; ")),
                plan.deadlines().stream()
                        .filter(row -> row.task().equals(task.id()))
                        .map(row -> row.printed())
                        .collect(Collectors.joining("; ")),
                task.text());
    }

    private Path page(String name, String body) throws IOException {
        return Files.writeString(folder.resolve(name), "<html><body>" + body + "</body></html>");
    }

    @Test
    void cells_that_reach_over_rows_hold_for_each_of_them() throws IOException {
        assertThat(rows(page("merged.html", Samples.text("structure/merged.html"))))
                .isEqualTo(ROWS);
    }

    @Test
    void the_smallest_table_is_read() throws IOException {
        assertThat(rows(page("table.html", Samples.text("structure/table.html"))))
                .containsExactly(
                        "2031-001||国家知识产权局=lead; 司法部=participant|2031年6月|修订《竹编商标办法》",
                        "2031-002||中央宣传部=sole|2031年12月|建设竹器版权服务站");
    }

    @Test
    void a_head_may_have_two_rows_and_headings_may_go_across() throws IOException {
        assertThat(rows(page("two.html", """
                <p>2031年芦乡𠮷芦任务分解表</p><table>
                <tr><td rowspan="2">序号</td><td rowspan="2">任务内容</td><td colspan="2">责任单位</td><td rowspan="2">时限要求</td></tr>
                <tr><td>牵头部门</td><td>配合部门</td></tr>
                <tr><td colspan="5">一、护芦</td></tr>
                <tr><td>1</td><td>清淤</td><td>县水利局</td><td>县财政局、各乡（镇）人民政府</td><td>2031年3月底前</td></tr>
                <tr><td colspan="5">二、用芦</td></tr>
                <tr><td>1</td><td>编席</td><td>县文旅局</td><td>/</td><td>长期</td></tr></table>""")))
                .containsExactly(
                        "2031-001|护芦|县水利局=lead; 县财政局=participant; 各乡（镇）人民政府=participant|2031年3月底前|清淤",
                        "2031-002|用芦|县文旅局=lead|长期|编席");
    }

    @Test
    void a_group_may_hold_groups() throws IOException {
        assertThat(rows(page("groups.html", """
                <table><tr><td>序号</td><td>类别</td><td>重点任务</td><td>具体措施</td><td>责任单位</td></tr>
                <tr><td>1</td><td rowspan="3">护芦</td><td rowspan="2">治水</td><td>清淤</td><td>县水利局</td></tr>
                <tr><td>2</td><td>筑堤</td><td>县水利局</td></tr>
                <tr><td>3</td><td>治虫</td><td>放蛙𠮷</td><td>县林业局</td></tr></table>""")))
                .containsExactly(
                        "2031-001|治水|县水利局=sole||清淤", "2031-002|治水|县水利局=sole||筑堤", "2031-003|治虫|县林业局=sole||放蛙𠮷");
    }

    @Test
    void rows_without_numbers_are_counted() throws IOException {
        assertThat(rows(page("bare.html", """
                <table><tr><td>工作任务</td><td>责任单位</td></tr><tr><td>种𠮷芦</td><td>县林业局</td></tr>
                <tr><td>收芦</td><td>县农业局、县供销社</td></tr></table>""")))
                .containsExactly("2031-001||县林业局=sole||种𠮷芦", "2031-002||县农业局=lead; 县供销社=participant||收芦");
    }

    @Test
    void a_table_of_the_page_itself_stays_as_it_is() throws IOException {
        assertThat(rows(page("layout.html", """
                <table><tr><td>首页</td><td><p>2031年芦乡计划</p><p>一、护芦</p><p>1.清淤𠮷荡。（县水利局负责）</p></td></tr></table>"""))).containsExactly("2031-001|护芦|县水利局=sole||清淤𠮷荡。");
    }

    @Test
    void a_word_file_tells_which_cells_are_merged() throws IOException {
        Path file = folder.resolve("merged.docx");
        try (XWPFDocument document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            document.createParagraph().createRun().setText("2031年芦乡任务分工表");
            table(
                    document,
                    List.of("序号", "重点工作", "工作任务", "牵头单位", "配合单位", "完成时限"),
                    List.of("1", "建芦田", "新建芦田1.5万亩。1.清淤；2.补种。", "县农业农村局", "县财政局、县林业局", "2031年6月"),
                    List.of("2", "^", "推广芦器。", "^", "", "全年"),
                    List.of("3", "护芦标", "查处假冒𠮷芦。", "县市场监管局", "", "2031年11月底"));
            document.write(out);
        }
        assertThat(rows(file)).isEqualTo(ROWS);
    }

    /** A cell ^ goes on with the one above. */
    @SafeVarargs
    private static void table(XWPFDocument document, List<String>... rows) {
        XWPFTable table = document.createTable(rows.length, rows[0].size());
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].size(); j++) {
                var cell = table.getRow(i).getCell(j);
                boolean continued = rows[i].get(j).equals("^");
                boolean begins = i + 1 < rows.length && rows[i + 1].get(j).equals("^");
                if (continued || begins) {
                    cell.getCTTc()
                            .addNewTcPr()
                            .addNewVMerge()
                            .setVal(
                                    continued
                                            ? org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge.CONTINUE
                                            : org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge.RESTART);
                }
                cell.setText(continued ? "" : rows[i].get(j));
            }
        }
    }
}
