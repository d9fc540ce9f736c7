package org.zhice.loader.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.loader.Checkout;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.text.Intake.Added;
import org.zhice.loader.text.Texts.Outcome;

/** Adding real and made-up files to a copy of the checkout. */
class IntakeTest {
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");
    private static final String PLAN = """
            2031年茶乡知识产权推进计划
            本计划由𠮷村茶会整理，供各方参照。
            一、完善茶乡制度
            1.推进茶标整理。（国家知识产权局、商务部负责）
            2.办好茶节。（文化和旅游部负责）
            """;

    @TempDir
    private Path folder;

    private Home home;
    private Texts texts;
    private Intake intake;

    @BeforeEach
    void in_a_copy_of_the_checkout() {
        home = Checkout.copyTo(folder.resolve("home"));
        texts = Texts.of(home);
        intake = Intake.of(home);
    }

    private static String source(String name) throws IOException {
        Path file = Checkout.home().root().resolve("../shared/sources/" + name + ".txt");
        assumeTrue(Files.exists(file), "the official documents are not beside the checkout");
        return Files.readString(file);
    }

    private Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text, StandardCharsets.UTF_8);
    }

    private Added add(Path file) {
        return intake.add(file, Optional.empty(), false);
    }

    private void refuses(Path file, Optional<String> id, String message) {
        assertThatThrownBy(() -> intake.add(file, id, false))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
        assertThat(texts.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2019-plan, plan-2019, 106, 106",
        "2022-zones, zones-2022, 0, 0",
        "2023-plan, plan-2023, 139, 139",
        "2023-report, report-2023, 0, 0",
        "2024-plan, plan-2024, 110, 110"
    })
    void a_real_document_is_recognised_in_every_form(String name, String document, int tasks, int expected)
            throws IOException {
        String text = source(name);
        String noise = "首页 > 政务公开 > 通知公告\n浏览次数：1024\n" + text + "\n责任编辑：𠮷\n";
        Added utf8 = add(file("utf8.txt", text));
        assertThat(utf8).isEqualTo(new Added(document, Outcome.ADDED, tasks, expected, List.of()));
        assertThat(texts.find(document).orElseThrow().text()).isEqualTo(text);
        for (Path copy : new Path[] {
            file("gbk.txt", text, Charset.forName("GB18030")),
            file("traditional.txt", TRADITIONAL.transliterate(text)),
            file("noise.html", "<html><body><p>" + noise.replace("\n", "</p><p>") + "</p></body></html>")
        }) {
            Added added = intake.add(copy, Optional.empty(), true);
            assertThat(added)
                    .as(copy.toString())
                    .isEqualTo(new Added(document, Outcome.REPLACED, tasks, expected, List.of()));
        }
        assertThat(texts.list()).extracting(AddedText::document).containsExactly(document);
    }

    @Test
    void a_real_plan_is_read_whole_from_word_and_from_a_pdf_that_a_browser_printed() throws Exception {
        String[] lines =
                source("2024-plan").lines().filter(line -> !line.isBlank()).toArray(String[]::new);
        assertThat(add(MadeFiles.docx(folder.resolve("plan.docx"), lines)))
                .isEqualTo(new Added("plan-2024", Outcome.ADDED, 110, 110, List.of()));
        assertThat(words(texts.find("plan-2024").orElseThrow().text())).isEqualTo(words(String.join("", lines)));
        Path page = file("plan.html", "<meta charset=utf-8><p>" + String.join("<p>", lines));
        Path pdf = folder.resolve("plan.pdf");
        assumeTrue(print(page, pdf), "Chromium is not installed");
        assertThat(intake.add(pdf, Optional.empty(), true))
                .isEqualTo(new Added("plan-2024", Outcome.REPLACED, 110, 110, List.of()));
        assertThat(words(texts.find("plan-2024").orElseThrow().text())).isEqualTo(words(String.join("", lines)));
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static boolean print(Path page, Path pdf) throws Exception {
        String command = "command -v chromium || exit 127; exec chromium --headless --no-sandbox --disable-gpu"
                + " --no-pdf-header-footer --print-to-pdf=" + pdf + " " + page;
        int code = new ProcessBuilder("bash", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(code).isIn(0, 127);
        return code == 0;
    }

    @Test
    void a_document_that_the_tables_do_not_know_is_refused_with_those_that_they_know() throws IOException {
        refuses(file("tea.txt", PLAN), Optional.empty(), "plan-2019, plan-2023, plan-2024, report-2023, zones-2022");
    }

    @Test
    void with_an_id_it_is_kept() throws IOException {
        assertThat(intake.add(file("tea.txt", PLAN), Optional.of("plan-2031"), false))
                .isEqualTo(new Added("plan-2031", Outcome.ADDED, 2, 0, List.of()));
        assertThat(intake.knows("plan-2031")).isFalse();
        assertThat(intake.knows("plan-2024")).isTrue();
        assertThat(texts.find("plan-2031").orElseThrow().text()).isEqualTo(PLAN);
    }

    @Test
    void a_local_plan_is_not_taken_for_the_national_one() throws IOException {
        for (String title : new String[] {"茶山省2024年知识产权强国建设推进计划", "2024年茶山省知识产权强国建设推进计划", "2026年知识产权强国建设推进计划"}) {
            refuses(file("tea.txt", PLAN.replace("2031年茶乡知识产权推进计划", title)), Optional.empty(), "--id");
        }
    }

    @Test
    void a_text_with_two_titles_is_recognised_by_the_number_of_its_tasks_only() throws IOException {
        String titles = "2024年知识产权强国建设推进计划\n接续2023年知识产权强国建设纲要和“十四五”规划实施推进计划\n";
        refuses(file("tea.txt", titles + PLAN), Optional.empty(), "of exactly one known document");
    }

    @Test
    void a_title_over_two_lines_is_recognised_and_a_part_of_the_tasks_is_counted() throws IOException {
        String plan = PLAN.replace("2031年茶乡知识产权推进计划", "2024 年知识产权强国\n建设推进计划");
        assertThat(add(file("tea.txt", plan))).isEqualTo(new Added("plan-2024", Outcome.ADDED, 2, 110, List.of()));
    }

    @Test
    void a_plan_without_duties_is_refused_by_the_name_of_its_file() throws IOException {
        Path file = file("tea.txt", "2024年知识产权强国建设推进计划\n一、完善茶乡制度\n茶乡要振兴。\n");
        refuses(file, Optional.empty(), "found no numbered task with a duty bracket");
        refuses(file, Optional.of("plan-2031"), "found no numbered task with a duty bracket");
    }
}
