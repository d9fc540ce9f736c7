package org.zhice.store;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Normalizer2.Mode;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.io.Reader;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.icu.ICUNormalizer2CharFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.zhice.store.plain.Radicals;

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
        Radicals.characters().forEach(map::add);
        return map.build();
    }
}
