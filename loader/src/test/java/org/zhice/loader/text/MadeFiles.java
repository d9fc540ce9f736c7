package org.zhice.loader.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeaderFooter;

/** Files of formats that only a library can write, with lines of a test in them. */
final class MadeFiles {
    private MadeFiles() {}

    /** A Word file with a paragraph for each line. */
    static Path docx(Path file, String... lines) throws IOException {
        return docx(file, List.of(), List.of(), lines);
    }

    /** The same with lines above and below each page. */
    static Path docx(Path file, List<String> header, List<String> footer, String... lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                var out = Files.newOutputStream(file)) {
            for (String line : lines) {
                document.createParagraph().createRun().setText(line);
            }
            XWPFHeaderFooter above = document.createHeader(HeaderFooterType.DEFAULT);
            header.forEach(line -> above.createParagraph().createRun().setText(line));
            XWPFHeaderFooter below = document.createFooter(HeaderFooterType.DEFAULT);
            footer.forEach(line -> below.createParagraph().createRun().setText(line));
            document.write(out);
        }
        return file;
    }

    /** A PDF of one page with a text layer; its font is named and not embedded, as Chinese fonts often are. */
    static Path pdf(Path file, String... lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            page(document, lines);
            document.save(file.toFile());
        }
        return file;
    }

    /** A PDF that opens with a password only. */
    static Path lockedPdf(Path file, String... lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            page(document, lines);
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    private static void page(PDDocument document, String... lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        StringBuilder content = new StringBuilder("BT /F1 12 Tf 16 TL 40 750 Td\n");
        for (String line : lines) {
            COSString words = new COSString(line.getBytes(StandardCharsets.UTF_16BE));
            content.append('<').append(words.toHexString()).append("> Tj T*\n");
        }
        content.append("ET");
        PDStream stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        PDResources resources = new PDResources();
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font());
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
    }

    private static COSDictionary font() {
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "GB1");
        system.setInt(COSName.SUPPLEMENT, 4);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setItem(COSName.FLAGS, COSInteger.get(4));
        COSDictionary glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        glyphs.setName(COSName.BASE_FONT, "STSong-Light");
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setItem(COSName.FONT_DESC, descriptor);
        COSArray descendants = new COSArray();
        descendants.add(glyphs);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light-UniGB-UTF16-H");
        font.setName(COSName.ENCODING, "UniGB-UTF16-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
