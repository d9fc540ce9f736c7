package org.zhice.loader.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;

/** Which elements of a web page are not to be seen, by their attributes and by the style sheets within the page. */
final class HidingStyles {
    private static final Pattern HIDING = Pattern.compile(
            "(?:^|[;\\s])(?:display:none|visibility:(?:hidden|collapse)|content-visibility:hidden|opacity:0(?:\\.0*)?"
                    + "|font-size:0(?:\\.0*)?(?:px|pt|em|rem|%)?|color:transparent"
                    + "|(?:left|right|top|text-indent|margin-left):-[0-9]{3,}[a-z.0-9]*)(?:!important)?(?:;|$)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private HidingStyles() {}

    /** Whether an element hides itself. */
    static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").strip().equalsIgnoreCase("true")
                || (element.normalName().equals("dialog") && !element.hasAttr("open"))
                || hides(element.attr("style"));
    }

    /** The elements that a style sheet within the page hides on a screen. */
    static List<Element> of(Document page) {
        List<Element> hidden = new ArrayList<>();
        for (Element sheet : page.getElementsByTag("style")) {
            for (String selector : hidingSelectors(sheet.data())) {
                hidden.addAll(select(page, selector));
            }
        }
        return hidden;
    }

    private static List<Element> select(Document page, String selector) {
        try {
            return page.select(selector);
        } catch (SelectorParseException | IllegalArgumentException e) {
            // A state such as :hover, in which no page is when it is read.
            return List.of();
        }
    }

    /** What stands within an at-rule, such as for print, does not count. */
    private static List<String> hidingSelectors(String sheet) {
        List<String> selectors = new ArrayList<>();
        int depth = 0;
        int from = 0;
        int open = 0;
        for (int i = 0; i < sheet.length(); i++) {
            char c = sheet.charAt(i);
            if (c == '{') {
                open = depth == 0 ? i : open;
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
                if (depth == 0) {
                    add(sheet.substring(from, open).strip(), sheet.substring(open + 1, i), selectors);
                    from = i + 1;
                }
            }
        }
        return selectors;
    }

    private static void add(String selector, String declarations, List<String> selectors) {
        if (!selector.startsWith("@") && hides(declarations)) {
            selectors.add(selector);
        }
    }

    private static boolean hides(String declarations) {
        String plain = BLANKS.matcher(declarations).replaceAll("").toLowerCase(Locale.ROOT);
        return HIDING.matcher(plain).find();
    }
}
