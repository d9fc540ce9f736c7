package org.zhice.loader.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.loader.input.InputException;

/** Small files that unpack to very much, or are worked on for very long, end with a refusal and harm nobody. */
class BombTest {
    private static final Duration ALLOWED = Duration.ofSeconds(30);
    private static final String TYPES = """
            <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Override PartName="/word/document.xml"
             ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
            """;
    private static final String RELATIONS = """
            <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="r" Target="word/document.xml"
             Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>
            """;

    @TempDir
    private Path folder;

    /** What a refusal found. Its place and its expectation are looked at too. */
    private static String refused(Path file) {
        Throwable[] thrown = new Throwable[1];
        Assertions.assertTimeout(ALLOWED, () -> thrown[0] = catchThrowable(() -> SourceFile.read(file)));
        assertThat(thrown[0]).isInstanceOf(InputException.class).hasMessageStartingWith(file + ": found ");
        assertThat(thrown[0].getMessage())
                .contains(", expected ")
                .hasSizeLessThan(500)
                .doesNotContain("null");
        return ((InputException) thrown[0]).findings().get(0).found();
    }

    private Path docx(String before, String piece, long times, String after) throws IOException {
        Path file = folder.resolve("bomb.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            String head = "<?xml version=\"1.0\"?><w:document"
                    + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
            write(zip, head + before, piece, times, after + "</w:body></w:document>");
            zip.closeEntry();
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void write(OutputStream out, String before, String piece, long times, String after)
            throws IOException {
        out.write(before.getBytes(StandardCharsets.UTF_8));
        int block = (int) Math.min(times, 10_000);
        byte[] pieces = piece.repeat(block).getBytes(StandardCharsets.UTF_8);
        for (long left = times; left > 0; left -= block) {
            out.write(pieces);
        }
        out.write(after.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_word_file_that_unpacks_to_hundreds_of_megabytes_is_refused() throws IOException {
        Path bomb = docx("<w:p><w:r><w:t>", "茶", 100_000_000, "</w:t></w:r></w:p>");
        assertThat(Files.size(bomb)).isLessThan(20_000_000);
        assertThat(refused(bomb)).isNotBlank();
    }

    @Test
    @Tag("long")
    void a_word_file_of_very_many_parts_is_refused() throws IOException {
        assertThat(refused(docx("", "<w:p/>", 20_000_000, ""))).isNotBlank();
        assertThat(refused(docx("<w:p>", "<w:r><w:t>茶</w:t></w:r>", 10_000_000, "</w:p>")))
                .isNotBlank();
    }

    @Test
    @Tag("long")
    void a_word_file_whose_parts_nest_is_refused() throws IOException {
        int depth = 200_000;
        Path bomb = docx("<w:sdt><w:sdtContent>".repeat(depth), "<w:p/>", 1, "</w:sdtContent></w:sdt>".repeat(depth));
        assertThat(refused(bomb)).isNotBlank();
    }

    @Test
    void entities_that_double_are_refused() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE w:document [<!ENTITY e0 \"茶\">");
        for (int i = 1; i < 40; i++) {
            entities.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }
        Path file = folder.resolve("entities.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "[Content_Types].xml", TYPES);
            entry(zip, "_rels/.rels", RELATIONS);
            entry(
                    zip,
                    "word/document.xml",
                    entities + "]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                            + "<w:body><w:p><w:r><w:t>&e39;</w:t></w:r></w:p></w:body></w:document>");
        }
        assertThat(refused(file)).isNotBlank();
    }

    private Path pdf(String objects, byte[] stream, String filters) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(("%PDF-1.7\n" + objects).getBytes(StandardCharsets.ISO_8859_1));
        out.write("4 0 obj\n<</Length %d/Filter %s>>\nstream\n"
                .formatted(stream.length, filters)
                .getBytes(StandardCharsets.ISO_8859_1));
        out.write(stream);
        out.write(
                "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n".getBytes(StandardCharsets.ISO_8859_1));
        return Files.write(folder.resolve("bomb.pdf"), out.toByteArray());
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] gigabyte() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflater = new DeflaterOutputStream(out)) {
            write(deflater, "BT ", "(a) Tj ", 150_000_000L, "ET");
        }
        return out.toByteArray();
    }

    @Test
    void a_stream_of_a_pdf_that_inflates_twice_is_refused() throws IOException {
        String page = """
                1 0 obj
                <</Type/Catalog/Pages 2 0 R>>
                endobj
                2 0 obj
                <</Type/Pages/Kids[3 0 R]/Count 1>>
                endobj
                3 0 obj
                <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>
                endobj
                """;
        Path bomb = pdf(page, deflated(gigabyte()), "[/FlateDecode/FlateDecode]");
        assertThat(Files.size(bomb)).isLessThan(1_000_000);
        assertThat(refused(bomb)).isNotBlank();
    }

    @Test
    void pages_of_a_pdf_that_hold_each_other_are_refused() throws IOException {
        String circle = """
                1 0 obj
                <</Type/Catalog/Pages 2 0 R>>
                endobj
                2 0 obj
                <</Type/Pages/Kids[3 0 R 3 0 R]/Count 9999999>>
                endobj
                3 0 obj
                <</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R]/Count 9999999>>
                endobj
                """;
        assertThat(refused(pdf(circle, deflated(new byte[0]), "/FlateDecode"))).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "<div>, 200000",
        "<b><i>, 300000",
        "'<table><tr><td>', 100000",
        "<!--, 1000000",
        "<a href=, 1000000",
        "&, 3000000"
    })
    void a_web_page_of_pieces_is_read_or_refused(String piece, int times) throws IOException {
        Path page = folder.resolve("page.html");
        try (OutputStream out = Files.newOutputStream(page)) {
            write(out, "<html><body><p>茶乡计划要办好</p>", piece, times, "茶");
        }
        Assertions.assertTimeout(ALLOWED, () -> {
            try {
                assertThat(SourceFile.read(page).text()).contains("茶乡计划");
            } catch (InputException e) {
                assertThat(e).hasMessageStartingWith(page + ": found ").hasMessageContaining(", expected ");
            }
        });
    }

    @Test
    void an_archive_within_an_archive_is_no_document() throws IOException {
        Path file = folder.resolve("nested.docx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("inner.docx"));
            write(zip, "PK", "\0".repeat(100), 1_000_000, "");
            zip.closeEntry();
        }
        assertThat(refused(file)).isNotBlank();
    }

    /** Sixty million paragraphs and nine hundred megabytes, as far as any reader would go. */
    @Test
    @Tag("long")
    void word_files_at_their_worst_are_refused() throws IOException {
        assertThat(List.of(
                        refused(docx("", "<w:p/>", 60_000_000, "")),
                        refused(docx("<w:p><w:r><w:t>", "茶".repeat(100), 3_000_000, "</w:t></w:r></w:p>"))))
                .doesNotContain("");
    }
}
