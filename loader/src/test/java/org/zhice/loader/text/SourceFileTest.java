package org.zhice.loader.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void a_pdf_of_pictures_and_a_locked_one_are_refused() throws IOException {
        refuses(MadeFiles.pdf(folder.resolve("scan.pdf")), "a PDF without a text layer");
        refuses(MadeFiles.lockedPdf(folder.resolve("locked.pdf"), PLAN), "a file locked with a password");
    }
}
