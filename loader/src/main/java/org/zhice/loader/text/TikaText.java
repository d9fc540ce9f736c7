package org.zhice.loader.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlEncodingDetector;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.zhice.loader.input.InputException;

/** The text of PDF and Word files, by Tika's parser of each. */
final class TikaText {
    /** Fonts of PDF files often take a character for the radical that looks the same. */
    private static final Pattern RADICALS = Pattern.compile("[\u2E80-\u2FDF]+");

    /** No letter but those that are printed beside the number of a page. */
    private static final Pattern PAGE_NUMBER = Pattern.compile("[\\P{L}第页共頁]*|[Pp]age [\\P{L}of]*");

    private final String place;
    private final int longest;

    /**
     * @param place the file as refusals name it
     * @param longest the most characters that are taken
     */
    TikaText(String place, int longest) {
        this.place = place;
        this.longest = longest;
    }

    /** The encoding that a web page declares for itself, or null. */
    static Charset declaredCharset(byte[] html) {
        try {
            return new HtmlEncodingDetector().detect(new ByteArrayInputStream(html), new Metadata());
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail to be read", e);
        }
    }

    String ofPdf(byte[] pdf) {
        PDFParserConfig config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractAnnotationText(false);
        config.setExtractBookmarksText(false);
        config.setExtractAcroFormContent(false);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, config);
        String text = parse(new PDFParser(), pdf, context, List.of());
        if (text.isBlank()) {
            throw new InputException(
                    place, "a PDF without a text layer, as scanners make it", "a PDF whose words can be copied");
        }
        return withoutRadicals(text);
    }

    static String withoutRadicals(String text) {
        return RADICALS.matcher(text)
                .replaceAll(radical -> Normalizer.normalize(radical.group(), Normalizer.Form.NFKC));
    }

    String ofDocx(byte[] docx) {
        return ofDocx(docx, false, MergedCells.in(docx));
    }

    /** What stands above and below the pages of a Word file and nowhere in its text, a paragraph each; no numbers of pages. */
    List<String> aroundDocx(byte[] docx, String text) {
        Set<String> inside = text.lines().collect(Collectors.toSet());
        return ofDocx(docx, true, List.of())
                .lines()
                .filter(line ->
                        !inside.contains(line) && !PAGE_NUMBER.matcher(line).matches())
                .distinct()
                .toList();
    }

    private String ofDocx(byte[] docx, boolean around, List<List<List<MergedCells.Cell>>> merged) {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setIncludeHeadersAndFooters(around);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        return parse(new OOXMLParser(), docx, context, merged);
    }

    private String parse(Parser parser, byte[] bytes, ParseContext context, List<List<List<MergedCells.Cell>>> merged) {
        context.set(EmbeddedDocumentExtractor.class, new NothingEmbedded());
        Paragraphs paragraphs = new Paragraphs(false, longest, merged);
        run(() -> parser.parse(new ByteArrayInputStream(bytes), paragraphs, new Metadata(), context));
        return paragraphs.text();
    }

    private interface Parsing {
        void run() throws IOException, SAXException, TikaException;
    }

    private void run(Parsing parsing) {
        try {
            parsing.run();
        } catch (EncryptedDocumentException e) {
            throw new InputException(place, "a file locked with a password", "a file that opens without one");
        } catch (Paragraphs.TooLong e) {
            throw tooLong(place, longest);
        } catch (IOException | SAXException | TikaException e) {
            throw new InputException(place, "a damaged file (" + cause(e).getMessage() + ")", Format.expected());
        }
    }

    static InputException tooLong(String place, int longest) {
        return new InputException(place, "a longer text", "one document of at most %,d characters".formatted(longest));
    }

    private static Throwable cause(Throwable e) {
        return e.getCause() == null ? e : cause(e.getCause());
    }

    /** Pictures and attached files are no text of the document. */
    private static final class NothingEmbedded implements EmbeddedDocumentExtractor {
        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            // shouldParseEmbedded says that nothing is.
        }
    }
}
