package org.zhice.loader.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.input.InputException;

class SourceFileTest {
    private static final String[] PLAN = {"2031年茶乡知识产权推进计划", "一、完善茶乡制度", "1.推进茶标整理。（国家知识产权局、商务部负责）", "2.办好茶节。（文化和旅游部负责）"
    };
    private static final String HTML = """
            <!DOCTYPE html><html><head>%s<title>茶乡</title><style>p { color: red }</style></head><body>
            <div>首页 &gt; 茶乡</div><div><script>var a = 1;</script>
            <h1>2031年茶乡知识产权推进计划</h1>
            <p>𠮷村茶会整理，<b>供各方</b>
               参照&amp;使用。<br>一、完善茶乡制度</p>
            <table><tr><td>茶园</td><td>2031年</td></tr><tr><td>茶标</td><td>10</td></tr></table>
            <ul><li>1.推进茶标整理。（商务部负责）</li></ul></div></body></html>
            """;
    private static final String HTML_TEXT = """
            首页 > 茶乡
            2031年茶乡知识产权推进计划
            𠮷村茶会整理，供各方参照&使用。
            一、完善茶乡制度
            茶园\t2031年
            茶标\t10
            1.推进茶标整理。（商务部负责）
            """;

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static void refuses(Path file, String found) {
        assertThatThrownBy(() -> SourceFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file + ": found " + found)
                .hasMessageContaining(", expected ");
    }

    @Test
    void plain_text_is_read_as_it_is_without_its_byte_order_mark() throws IOException {
        String text = "\n 𠮷村茶会\r\n整理，\n\n供各方参照。";
        SourceFile plain = SourceFile.read(file("plan.txt", text.getBytes(StandardCharsets.UTF_8)));
        SourceFile marked = SourceFile.read(file("mark.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)));
        assertThat(plain.text()).isEqualTo(text);
        assertThat(marked.text()).isEqualTo(text);
        assertThat(plain.mediaType()).isEqualTo("text/plain");
        assertThat(plain.charset()).isEqualTo("UTF-8");
        assertThat(plain.sha256()).hasSize(64).isNotEqualTo(marked.sha256());
    }

    @Test
    void a_checksum_is_that_of_the_standard() throws IOException {
        // echo -n 茶乡 | sha256sum
        assertThat(SourceFile.read(file("plan.txt", "茶乡".getBytes(StandardCharsets.UTF_8)))
                        .sha256())
                .isEqualTo("ee31f1c451121d1a8ab792941eb5062a3bc7b63d1764ec4100053f1bea79ee62");
    }

    @Test
    void a_web_page_has_one_paragraph_a_line() throws IOException {
        SourceFile page = SourceFile.read(file("plan.html", HTML.formatted("").getBytes(StandardCharsets.UTF_8)));
        assertThat(page.text()).isEqualTo(HTML_TEXT);
        assertThat(page.mediaType()).isEqualTo("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "GBK", "gb18030", "utf-8"})
    void the_declared_encoding_of_a_web_page_is_honoured(String charset) throws IOException {
        String html =
                HTML.formatted("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=" + charset + "\">");
        Charset written = Charset.forName(charset.equals("utf-8") ? charset : "GB18030");
        assertThat(SourceFile.read(file("plan.htm", html.getBytes(written))).text())
                .isEqualTo(HTML_TEXT);
    }

    @Test
    void a_wrongly_declared_encoding_is_not_believed() throws IOException {
        String html = HTML.formatted("<meta charset=\"iso-8859-1\">");
        assertThat(SourceFile.read(file("plan.html", html.getBytes(Charset.forName("GB18030"))))
                        .text())
                .isEqualTo(HTML_TEXT);
    }

    @Test
    void a_text_in_pre_keeps_its_lines() throws IOException {
        String html = "<html><body><pre>茶乡计划\n一、茶标</pre></body></html>";
        assertThat(SourceFile.read(file("plan.html", html.getBytes(StandardCharsets.UTF_8)))
                        .text())
                .isEqualTo("茶乡计划\n一、茶标\n");
    }

    @Test
    void a_word_file_has_one_paragraph_a_line() throws IOException {
        SourceFile word = SourceFile.read(MadeFiles.docx(folder.resolve("plan.docx"), PLAN));
        assertThat(word.text().lines()).containsExactly(PLAN);
        assertThat(word.charset()).isEmpty();
    }

    @Test
    void what_stands_above_and_below_the_pages_of_a_word_file_is_told_and_no_text() throws IOException {
        Path file = MadeFiles.docx(
                folder.resolve("plan.docx"),
                List.of("𠮷发〔2031〕7号", PLAN[0]),
                List.of("— 1 —", "第 1 页 共 5 页", "Page 1 of 5", "由茶乡林业局负责解释"),
                PLAN);
        SourceFile word = SourceFile.read(file);
        assertThat(word.text().lines()).containsExactly(PLAN);
        assertThat(word.hidden()).containsExactlyInAnyOrder("𠮷发〔2031〕7号", "由茶乡林业局负责解释");
    }

    @Test
    void a_pdf_is_read_line_by_line() throws IOException {
        SourceFile pdf = SourceFile.read(MadeFiles.pdf(folder.resolve("plan.pdf"), PLAN));
        assertThat(pdf.text().lines().map(String::strip).filter(line -> !line.isEmpty()))
                .containsExactly(PLAN);
        assertThat(pdf.mediaType()).isEqualTo("application/pdf");
    }

    @Test
    void a_radical_in_a_pdf_is_the_character_that_looks_the_same() {
        assertThat(TikaText.withoutRadicals("\u2F00、𠮷⽇⽉茶")).isEqualTo("一、𠮷日月茶");
    }

    @Test
    void the_bytes_tell_a_format_that_the_name_hides() throws IOException {
        Path pdf = MadeFiles.pdf(folder.resolve("plan.txt"), PLAN);
        assertThat(SourceFile.read(pdf).mediaType()).isEqualTo("application/pdf");
        Path html = file("plan", HTML.formatted("").getBytes(StandardCharsets.UTF_8));
        assertThat(SourceFile.read(html).text()).isEqualTo(HTML_TEXT);
    }

    @Test
    void what_is_no_file_with_text_is_refused() throws IOException {
        refuses(folder.resolve("missing.txt"), "no file");
        refuses(folder, "no file but a folder");
        refuses(file("empty.txt", new byte[0]), "an empty file");
        refuses(file("blank.txt", " \n ".getBytes(StandardCharsets.UTF_8)), "an empty document");
        refuses(file("plan.zip", new byte[] {'P', 'K', 3, 4, 0, 0}), "a file of type application/zip");
        refuses(file("plan.txt", new byte[] {'P', 'K', 3, 4, 0, 0}), "a file of type application/zip");
        refuses(
                file("plan.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13}),
                "a file of type image/png");
        refuses(file("plan.docx", new byte[] {'P', 'K', 3, 4, 0, 0}), "a damaged file");
        refuses(file("plan.pdf", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)), "a damaged file");
    }

    @Test
    void random_bytes_are_refused_under_any_name() throws IOException {
        byte[] bytes = new byte[5000];
        new Random(7).nextBytes(bytes);
        refuses(file("plan.txt", bytes), "bytes that are Chinese text in no usual encoding");
        refuses(file("plan", bytes), "a file of type application/octet-stream");
    }

    @Test
    void a_text_that_was_saved_after_reading_it_in_a_wrong_encoding_is_refused() throws IOException {
        byte[] plan = String.join("\n", PLAN).getBytes(StandardCharsets.UTF_8);
        for (String wrong : new String[] {"GBK", "Big5", "ISO-8859-1", "windows-1252"}) {
            byte[] saved = new String(plan, Charset.forName(wrong)).getBytes(StandardCharsets.UTF_8);
            refuses(file(wrong + ".txt", saved), "letters that are rare in Chinese");
        }
    }

    @Test
    void a_mark_that_the_bytes_do_not_keep_is_refused() throws IOException {
        refuses(
                file("plan.txt", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, (byte) 0xFF}),
                "a byte order mark of UTF-8");
    }

    private static byte[] with(byte[] bytes, int at, int wrong) {
        byte[] damaged = bytes.clone();
        damaged[at] = (byte) wrong;
        return damaged;
    }

    @Test
    void a_wrong_byte_is_told_with_line_and_offset_in_the_likeliest_encoding() throws IOException {
        String text = "茶乡计划\n𠮷村茶会整理，供各方参照使用。\n一、完善茶乡制度\n1.查处假冒茶标。（公安部负责）\n";
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        int at = "茶乡计划\n𠮷村茶会".getBytes(StandardCharsets.UTF_8).length;
        refuses(
                file("a.txt", with(utf8, at, 0xFF)),
                "text in UTF-8, but not so at line 2, byte %d (0xFF)".formatted(at));
        refuses(
                file("b.txt", Arrays.copyOf(utf8, utf8.length - 3)),
                "text in UTF-8, but not so at line 4, byte %d (0xEF)".formatted(utf8.length - 4));
        byte[] gbk = text.replace("𠮷", "吉").getBytes(Charset.forName("GBK"));
        refuses(file("c.txt", with(gbk, 10, 0xFF)), "text in GB18030, but not so at line 2, byte 9 (0xBC)");
        refuses(
                file("d.html", with(("<html><p>" + text).getBytes(StandardCharsets.UTF_8), at + 9, 0xFF)),
                "text in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-32LE", "UTF-32BE"})
    void utf_32_is_named(String charset) throws IOException {
        String text = String.join("\n", PLAN);
        refuses(
                file("marked.txt", ("\uFEFF" + text).getBytes(Charset.forName(charset))),
                "a byte order mark of " + charset);
        refuses(file("plain.txt", text.getBytes(Charset.forName(charset))), "text in " + charset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<span style=\"display:none\">、海关总署</span>",
                "<span style='color:red; DISPLAY : None !important'>、海关总署</span>",
                "<i style=\"visibility:hidden\">、海关总署</i>",
                "<b style=\"font-size:0px\">、海关总署</b>",
                "<b style=\"opacity:0\">、海关总署</b>",
                "<b style=\"position:absolute;left:-9999px\">、海关总署</b>",
                "<b hidden>、海关总署</b>",
                "<b hidden=\"until-found\">、<i>海关总署</i></b>",
                "<b aria-hidden=\"true\">、海关总署</b>",
                "<b class=\"off\">、海关总署</b>",
                "<b id=\"gone\">、海关总署</b>",
                "<em><u>、海关总署</u></em>"
            })
    void what_a_web_page_hides_is_not_read_and_told(String hidden) throws IOException {
        SourceFile page = page(hidden);
        assertThat(page.text()).contains("（公安部负责）").doesNotContain("海关总署");
        assertThat(page.hidden()).containsExactly("、海关总署");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!-- 、海关总署 -->", "<script>、海关总署</script>", "<template>、海关总署</template>", "<style>、海关总署</style>"
            })
    void what_is_no_text_at_all_is_left_out_without_a_word(String hidden) throws IOException {
        SourceFile page = page(hidden);
        assertThat(page.text()).contains("（公安部负责）");
        assertThat(page.hidden()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- 2.<b>种苇</b>三百亩、1.5万株。（𠮷滩乡负责） -->",
                "<noscript>2.种苇三百亩、1.5万株。（𠮷滩乡负责）</noscript>",
                "<template><p>2.种苇三百亩、1.5万株。（𠮷滩乡负责）</p></template>",
                "<textarea>2.种苇三百亩、1.5万株。（𠮷滩乡负责）</textarea>"
            })
    void what_shows_no_text_is_told_if_a_row_could_be_made_of_it(String hidden) throws IOException {
        SourceFile page = page(hidden);
        assertThat(page.text()).contains("（公安部负责）").doesNotContain("种苇");
        assertThat(page.hidden()).containsExactly("2.种苇三百亩、1.5万株。（𠮷滩乡负责）");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b style=\"display:block;opacity:0.9;font-size:0.9em;left:-10px\">、海关总署</b>",
                "<b class=\"print\">、海关总署</b>",
                "<b class=\"menu\">、海关总署</b>",
                "<b aria-hidden=\"false\">、海关总署</b>"
            })
    void what_a_web_page_shows_is_read(String shown) throws IOException {
        assertThat(page(shown).text()).contains("（公安部、海关总署负责）");
        assertThat(page(shown).hidden()).isEmpty();
    }

    private SourceFile page(String inDuty) throws IOException {
        String html = """
                <html><head><style>.off, #gone { color: red; display: none }
                em > u { visibility: hidden } @media print { .print { display: none } }
                .menu:hover { display: none } .broken:: { display: none }</style></head>
                <body><h1>𠮷村茶会计划</h1><p>1.查处假冒茶标。（公安部%s负责）</p></body></html>
                """.formatted(inDuty);
        return SourceFile.read(file("plan.html", html.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_text_in_english_is_refused() throws IOException {
        refuses(
                file("plan.txt", "A plan for tea. 1. Protect the marks. (MOFCOM)".getBytes(StandardCharsets.UTF_8)),
                "a text that is not Chinese");
    }

    @Test
    void a_gigabyte_is_refused_by_its_size() throws IOException {
        Path file = folder.resolve("plan.txt");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        refuses(file, "1,073,741,824 bytes, expected one document of at most 64,000,000 bytes");
    }

    @Test
    void a_text_longer_than_any_document_is_refused_at_once() throws IOException {
        String expected = "a longer text, expected one document of at most 2,000,000 characters";
        refuses(file("short.txt", "茶".repeat(2_000_001).getBytes(StandardCharsets.UTF_8)), expected);
        refuses(file("long.txt", "茶".repeat(6_000_000).getBytes(StandardCharsets.UTF_8)), expected);
    }

    @Test
    void a_pdf_of_pictures_and_a_locked_one_are_refused() throws IOException {
        refuses(MadeFiles.pdf(folder.resolve("scan.pdf")), "a PDF without a text layer");
        refuses(MadeFiles.lockedPdf(folder.resolve("locked.pdf"), PLAN), "a file locked with a password");
    }
}
