package org.zhice.loader.text;

import java.util.List;

/**
 * What was found in the bytes of a file.
 *
 * @param charset the encoding that the text was read in; empty for formats that bring their own
 * @param text one paragraph a line where the format tells paragraphs
 * @param hidden words outside the running text, which are no part of it: those that a web page does not show, and the headers and
 *     footers of a Word file
 */
record Parsed(String charset, String text, List<String> hidden) {

    /**
     * Reads bytes here and now; a hostile file may take any time and memory for it.
     *
     * @param longest the most characters that are taken
     * @throws org.zhice.loader.input.InputException if there is no text in them
     */
    static Parsed of(Format format, byte[] bytes, String place, int longest) {
        TikaText tika = new TikaText(place, longest);
        return switch (format) {
            case TXT -> {
                Encoding.Decoded decoded = Encoding.decode(bytes, null, place);
                yield new Parsed(decoded.charset().name(), decoded.text(), List.of());
            }
            case HTML -> {
                Encoding.Decoded page = Encoding.decode(bytes, TikaText.declaredCharset(bytes), place);
                yield new WebPage(page.text(), place, longest).parsed(page.charset());
            }
            case PDF -> new Parsed("", tika.ofPdf(bytes), List.of());
            case DOCX -> {
                String text = tika.ofDocx(bytes);
                yield new Parsed("", text, tika.aroundDocx(bytes, text));
            }
        };
    }
}
