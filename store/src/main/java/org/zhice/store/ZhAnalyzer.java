package org.zhice.store;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Text as it is indexed and searched: folded, Chinese cut into single characters and pairs. A search in either script finds
 * both; a search for one character works too.
 *
 * <p>Named in {@code fuseki-config/zhice.ttl}, so it needs its constructor without arguments. The index doubles in size
 * for the single characters beside the pairs.
 */
public final class ZhAnalyzer extends Analyzer {
    private static final NormalizeCharMap COLON = colon();

    /** Unicode takes a colon between letters for a part of the word, as in Swedish. */
    private static NormalizeCharMap colon() {
        NormalizeCharMap.Builder map = new NormalizeCharMap.Builder();
        map.add(":", " ");
        return map.build();
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new CJKBigramFilter(TextFold.script(words), CJKBigramFilter.HAN, true));
    }

    @Override
    protected Reader initReader(String field, Reader text) {
        return new MappingCharFilter(COLON, TextFold.characters(text));
    }

    @Override
    protected Reader initReaderForNormalization(String field, Reader text) {
        return TextFold.characters(text);
    }

    @Override
    protected TokenStream normalize(String field, TokenStream whole) {
        return TextFold.script(whole);
    }
}
