package org.zhice.store;

import com.ibm.icu.text.Transliterator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * Text as it is indexed and searched: width folded, lower case, traditional script turned into simplified, Chinese cut
 * into single characters and pairs. A search in either script finds both; a search for one character works too.
 *
 * <p>Named in {@code fuseki-config/zhice.ttl}, so it needs its constructor without arguments. The index doubles in size
 * for the single characters beside the pairs.
 */
public final class ZhAnalyzer extends Analyzer {
    private static final Transliterator TO_SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new CJKBigramFilter(fold(words), CJKBigramFilter.HAN, true));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return fold(in);
    }

    private static TokenStream fold(TokenStream in) {
        return new ICUTransformFilter(new LowerCaseFilter(new CJKWidthFilter(in)), TO_SIMPLIFIED);
    }
}
