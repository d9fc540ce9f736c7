package org.zhice.loader.text;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.zhice.loader.extract.clean.Substance;

/**
 * The text that a web page shows. What its own styles or attributes hide is no part of the document, and may say anything; it
 * is left out and kept apart. So is what stands in comments and in elements that show no text, if a figure, a title or a duty
 * is among it: a comment that nobody has closed may hold half a document.
 */
final class WebPage {
    private static final Set<String> NO_TEXT = Set.of(
            "head", "script", "style", "noscript", "template", "select", "textarea", "datalist", "iframe", "object");
    private static final List<String> SPANS = List.of("rowspan", "colspan");
    private static final Set<String> NO_WORDS = Set.of("head", "script", "style");

    private final Document page;
    private final String place;
    private final Paragraphs shown;
    private final Set<Element> hiddenByStyle;
    private final List<String> hidden = new ArrayList<>();
    private boolean tooLong;

    WebPage(String html, String place, int longest) {
        this.page = Jsoup.parse(html);
        this.place = place;
        this.shown = new Paragraphs(true, longest);
        this.hiddenByStyle = new HashSet<>(HidingStyles.of(page));
    }

    Parsed parsed(Charset charset) {
        page.filter(new Reader());
        if (tooLong) {
            throw shown.tooLong(place);
        }
        return new Parsed(charset.name(), shown.text(), List.copyOf(hidden));
    }

    private final class Reader implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                return characters(text.getWholeText().toCharArray());
            }
            if (node instanceof Comment comment) {
                keepIfTelling(Jsoup.parse(comment.getData()).text());
            }
            if (node instanceof Element element) {
                String name = element.normalName();
                if (NO_TEXT.contains(name)) {
                    keepIfTelling(NO_WORDS.contains(name) ? "" : element.text());
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (HidingStyles.isHidden(element) || hiddenByStyle.contains(element)) {
                    String words = element.text();
                    if (!words.isBlank()) {
                        hidden.add(words);
                    }
                    return FilterResult.SKIP_ENTIRELY;
                }
                shown.startElement("", name, name, spans(element));
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                shown.endElement("", element.normalName(), element.normalName());
            }
            return FilterResult.CONTINUE;
        }

        private AttributesImpl spans(Element element) {
            AttributesImpl spans = new AttributesImpl();
            for (String span : SPANS) {
                if (element.hasAttr(span)) {
                    spans.addAttribute("", span, span, "CDATA", element.attr(span));
                }
            }
            return spans;
        }

        private void keepIfTelling(String words) {
            if (Substance.in(words).isPresent()) {
                hidden.add(words);
            }
        }

        private FilterResult characters(char[] text) {
            try {
                shown.characters(text, 0, text.length);
                return FilterResult.CONTINUE;
            } catch (SAXException e) {
                tooLong = true;
                return FilterResult.STOP;
            }
        }
    }
}
