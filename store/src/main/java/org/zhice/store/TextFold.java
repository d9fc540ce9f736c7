package org.zhice.store;

import com.ibm.icu.text.CollationKey;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Normalizer2.Mode;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.ULocale;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;

/**
 * The one way in which texts are made alike before they are compared: NFKC with case folded, which takes width, blanks,
 * compatibility forms, variation selectors and most invisible characters; radicals as the characters that they look like; no
 * format characters; traditional script as simplified.
 */
final class TextFold {
    private static final Normalizer2 NFKC = Normalizer2.getInstance(null, "nfkc_cf", Mode.COMPOSE);
    private static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final NormalizeCharMap CHARACTERS = characters();

    private TextFold() {}

    /** Characters before they are cut into words; what is found keeps its place in the text as it was. */
    static Reader characters(Reader text) {
        return new ICUNormalizer2CharFilter(new MappingCharFilter(CHARACTERS, text), NFKC);
    }

    /** Words, one by one: ICU looks at a character and its neighbours. */
    static TokenStream script(TokenStream words) {
        return new ICUTransformFilter(words, TO_SIMPLIFIED);
    }

    private static NormalizeCharMap characters() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        new UnicodeSet("[:Cf:]").forEach(format -> map.add(format, ""));
        radicals().forEach(map::add);
        return map.build();
    }

    /** Unicode decomposes few of the supplement of radicals, but sorts each as its character: ICU knows the pairs by that. */
    private static Map<String, String> radicals() {
        Collator collator = Collator.getInstance(ULocale.ROOT);
        collator.setStrength(Collator.PRIMARY);
        Map<CollationKey, String> ideographs = new HashMap<>();
        new UnicodeSet("[\\u3400-\\u4DBF\\u4E00-\\u9FFF]")
                .forEach(one -> ideographs.put(collator.getCollationKey(one), one));
        Map<String, String> radicals = new HashMap<>();
        new UnicodeSet("[\\u2E80-\\u2EF3]").forEach(radical -> {
            String ideograph = ideographs.get(collator.getCollationKey(radical));
            if (ideograph != null) {
                radicals.put(radical, ideograph);
            }
        });
        return radicals;
    }
}
