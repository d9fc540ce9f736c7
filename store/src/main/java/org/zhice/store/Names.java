package org.zhice.store;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.text.UnicodeSetSpanner;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.regex.Pattern;

/** Names compared as the text index compares them: width, case, Chinese script and what nobody sees do not matter. */
public final class Names {
    private static final ZhAnalyzer ANALYZER = new ZhAnalyzer();

    private static final Pattern BESIDE_HAN = Pattern.compile("(?<=\\p{IsHan}) | (?=\\p{IsHan})");

    /** Format characters and all others that take no place, such as variation selectors. */
    private static final UnicodeSetSpanner UNSEEN = new UnicodeSetSpanner(new UnicodeSet("[[:Cf:][:DI:]]").freeze());

    private Names() {}

    /** The form under which a name is compared; blanks at its ends are gone, those in it are one space each. */
    public static String fold(String name) {
        return ANALYZER.normalize("name", name).utf8ToString().strip().replaceAll("(?U)\\s+", " ");
    }

    /** The form under which a name is looked up in a list: folded, without blanks beside Chinese characters. */
    public static String key(String name) {
        return BESIDE_HAN.matcher(fold(name)).replaceAll("");
    }

    /**
     * A text with nothing in it that nobody sees, in usual width and without blanks at its ends: what somebody meant who
     * pasted an id, an IRI or a number. Case and script stay.
     */
    public static String visible(String text) {
        String plain = Normalizer.normalize(UNSEEN.deleteFrom(text).toString(), Form.NFKC);
        return plain.replaceAll("(?U)^\\s+|\\s+$", "");
    }

    /** The words of a text, folded; none of a blank one. */
    public static List<String> words(String text) {
        String folded = fold(text);
        return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
    }
}
