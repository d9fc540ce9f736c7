package org.zhice.loader.text;

import java.util.Locale;
import java.util.Set;
import org.apache.tika.parser.html.DefaultHtmlMapper;

/** Keeps the elements of a web page that part paragraphs, not only those that Tika keeps by itself. */
final class PageElements extends DefaultHtmlMapper {
    private static final Set<String> NO_TEXT = Set.of("SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SELECT", "TEXTAREA");

    @Override
    public String mapSafeElement(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isDiscardElement(String name) {
        return NO_TEXT.contains(name.toUpperCase(Locale.ROOT));
    }
}
