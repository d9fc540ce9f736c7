package org.zhice.store.plain;

import com.ibm.icu.text.CollationKey;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.Map;

/**
 * Signs of the supplement of radicals that look like a character, such as U+2ED3 like 长. Unicode decomposes few of them, but
 * sorts each as its character: ICU knows the pairs by that.
 */
public final class Radicals {
    private static final UnicodeSet SUPPLEMENT = new UnicodeSet("[\\u2E80-\\u2EF3]").freeze();

    private Radicals() {}

    /** Each with its character; those that look like none are left out. */
    public static Map<String, String> characters() {
        return Pairs.ALL;
    }

    static boolean isOne(int c) {
        return SUPPLEMENT.contains(c);
    }

    /** Made when it is first asked for: ICU sorts thirty thousand characters for it. */
    private static final class Pairs {
        private static final Map<String, String> ALL = pairs();

        private static Map<String, String> pairs() {
            Collator collator = Collator.getInstance(ULocale.ROOT);
            collator.setStrength(Collator.PRIMARY);
            Map<CollationKey, String> ideographs = new HashMap<>();
            new UnicodeSet("[\\u3400-\\u4DBF\\u4E00-\\u9FFF]")
                    .forEach(one -> ideographs.put(collator.getCollationKey(one), one));
            Map<String, String> pairs = new HashMap<>();
            SUPPLEMENT.forEach(radical -> {
                String ideograph = ideographs.get(collator.getCollationKey(radical));
                if (ideograph != null) {
                    pairs.put(radical, ideograph);
                }
            });
            return Map.copyOf(pairs);
        }
    }
}
