package org.zhice.loader.extract.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.Samples;
import org.zhice.loader.extract.Sources;
import org.zhice.loader.extract.account.Account.Kind;
import org.zhice.loader.extract.account.Account.Stretch;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.Report;

/** Every character is accounted for, and what a page adds to a text takes nothing of it away without a word. */
class AccountTest {
    private static final int ROUNDS = 12;

    /** What pages and printers put between the lines of a text. */
    private static final List<String> INSERTED = List.of(
            "来源：芦苇日报　2031-03-02 08:15",
            "发布时间：2031年3月2日 来源：𠮷滩发布 浏览次数：208",
            "作者：苇青",
            "责任编辑：苇白",
            "【字体：大 中 小】 打印本页 关闭窗口",
            "首页 > 政务公开 > 苇乡要闻",
            "— 17 —",
            "第 3 页 共 20 页",
            "扫一扫在手机打开当前页",
            "版权所有：苇乡网站　苇ICP备00000000号",
            "\n\n　　\n\n",
            " \t \u200B \n",
            "https://www.example.com/weixiang/3.html");

    static Stream<String> made() throws IOException, URISyntaxException {
        List<String> texts = new ArrayList<>();
        for (String folder : List.of("forms", "account", "figure", ".")) {
            try (Stream<Path> files =
                    Files.list(Path.of(Samples.class.getResource(folder).toURI()))) {
                files.filter(file -> file.toString().endsWith(".txt"))
                        .map(file -> folder + "/" + file.getFileName())
                        .sorted()
                        .forEach(texts::add);
            }
        }
        assertThat(texts).hasSizeGreaterThan(24);
        return texts.stream();
    }

    private static Extraction read(String text) {
        return new Extractor(Samples.lexicon()).read(text, "plan-2031");
    }

    private static void assertAccounted(String text, Account account) {
        int at = 0;
        for (Stretch stretch : account.stretches()) {
            assertThat(stretch.start()).isEqualTo(at);
            assertThat(stretch.end()).isGreaterThan(at);
            at = stretch.end();
        }
        assertThat(at).isEqualTo(text.codePointCount(0, text.length()));
        assertThat(account.percentRead()).isBetween(0, 100);
    }

    @ParameterizedTest
    @MethodSource("made")
    void each_character_of_a_made_up_text_is_of_one_kind(String name) {
        String text = Samples.text(name);
        assertAccounted(text, read(text).account());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019-plan", "2022-zones", "2023-plan", "2023-report", "2024-plan"})
    void each_character_of_an_official_text_is_of_one_kind(String name) {
        String text = Sources.text("sources/" + name + ".txt");
        Account account = new Extractor(Sources.lexicon()).read(text, name).account();
        assertAccounted(text, account);
        assertThat(account.percentRead()).isGreaterThan(name.endsWith("plan") ? 95 : 5);
    }

    @ParameterizedTest
    @MethodSource("made")
    void what_is_put_between_the_lines_takes_nothing_away_without_a_doubt(String name) {
        String text = Samples.text(name);
        List<String> before = stated(read(text));
        assertThat(before).isNotEmpty();
        Random random = new Random(20310302);
        for (int round = 0; round < ROUNDS; round++) {
            String bent = withLines(text, random);
            Extraction after = read(bent);
            List<String> lost = new ArrayList<>(before);
            stated(after).forEach(lost::remove);
            assertThat(lost)
                    .as(bent)
                    .allSatisfy(words -> assertThat(after.doubts().stream().map(Report::found))
                            .anyMatch(found -> plain(found).contains(words)));
            assertAccounted(bent, after.account());
        }
    }

    /** A text with one to three foreign lines before or after lines of its own. */
    private static String withLines(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = random.nextInt(3); i >= 0; i--) {
            lines.add(random.nextInt(lines.size() + 1), INSERTED.get(random.nextInt(INSERTED.size())));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The figures, titles and agencies that were read, in the characters of the document. */
    private static List<String> stated(Extraction extraction) {
        return Stream.of(
                        extraction.figures().stream().map(row -> row.printedValue()),
                        extraction.actions().stream().map(row -> row.title()),
                        extraction.responsibilities().stream().map(row -> row.printedName()))
                .flatMap(rows -> rows)
                .map(AccountTest::plain)
                .toList();
    }

    private static String plain(String words) {
        return words.replaceAll("[\\s\\p{Cf}]", "");
    }

    @Test
    void a_part_that_is_not_read_is_told_with_what_it_holds() {
        String text = """
                2031年苇乡推进计划
                苇乡成立于春天。
                一、苇艺
                1.整理苇画名录。（公安部负责）
                附件
                苇画名录由苇乡文化站牵头整理。
                苇乡有苇塘36处。
                另见《𠮷滩苇画图谱》。
                苇花很白。
                """;
        Extraction plan = read(text);
        assertThat(plan.account().isPartial()).isTrue();
        assertThat(plan.doubts())
                .extracting(Report::what, Report::found)
                .contains(
                        tuple("not read: holds a duty", "苇画名录由苇乡文化站牵头整理"),
                        tuple("not read: holds a title", "另见《𠮷滩苇画图谱》"));
        assertThat(unread(text, plan)).contains("苇乡成立于春天", "苇花很白").doesNotContain("2031年苇乡推进计划");
    }

    @Test
    void a_text_that_was_read_whole_says_so() {
        Account account = read("2031年苇乡推进计划\n一、苇艺\n1.整理苇画名录。（公安部负责）\n").account();
        assertThat(account.isPartial()).isFalse();
        assertThat(account.percentRead()).isEqualTo(100);
        assertThat(account.stretches()).extracting(Stretch::kind).doesNotContain(Kind.UNREAD);
    }

    private static List<String> unread(String text, Extraction extraction) {
        int[] points = text.codePoints().toArray();
        return extraction
                .account()
                .unreadStretches()
                .map(stretch -> new String(points, stretch.start(), stretch.end() - stretch.start()))
                .toList();
    }
}
