package org.zhice.store;

import java.util.List;

/** Names compared as the text index compares them: width, case, Chinese script and what nobody sees do not matter. */
public final class Names {
    private static final ZhAnalyzer ANALYZER = new ZhAnalyzer();

    private Names() {}

    /** The form under which a name is compared; blanks at its ends are gone, those in it are one space each. */
    public static String fold(String name) {
        return ANALYZER.normalize("name", name).utf8ToString().strip().replaceAll("(?U)\\s+", " ");
    }

    /** The words of a text, folded; none of a blank one. */
    public static List<String> words(String text) {
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }
}
