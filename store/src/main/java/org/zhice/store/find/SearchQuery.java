package org.zhice.store.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * Words in the terms of an index.
 *
 * @param clauses one for each term, and for each phrase
 * @param terms that are looked for
 */
record SearchQuery(List<Query> clauses, Set<String> terms) {
    static final String FIELD = "text";

    /** Shorter beginnings of words are of too many words. */
    private static final int BEGINNING = 3;

    private static final float LESS = 0.2f;

    /** Of more words than this, most are enough if no text has them all. */
    private static final int FEW = 2;

    private static final int MANY = 6;

    static SearchQuery of(SearchWords words, Analyzer analyzer) {
        List<Query> clauses = new ArrayList<>();
        Set<String> terms = new TreeSet<>();
        for (String word : words.words()) {
            List<String> found = terms(word, analyzer);
            terms.addAll(found);
            found.forEach(term -> clauses.add(clause(term)));
        }
        for (String phrase : words.phrases()) {
            List<String> found = terms(phrase, analyzer);
            terms.addAll(found);
            if (!found.isEmpty()) {
                clauses.add(new QueryBuilder(analyzer).createPhraseQuery(FIELD, phrase));
            }
        }
        return new SearchQuery(clauses, terms);
    }

    /** All clauses. */
    Query every() {
        return query(clauses.size());
    }

    /** All clauses but one: a word that stands between two Chinese words breaks one pair of characters. */
    Query nearly() {
        return query(clauses.size() - 1);
    }

    /** Three clauses of five. */
    Query most() {
        return query((int) Math.round(clauses.size() * 0.6));
    }

    boolean isLong() {
        return clauses.size() > FEW;
    }

    /** Whether so much is asked for that a text with all of it but one pair is about the same. */
    boolean isVeryLong() {
        return clauses.size() >= MANY;
    }

    private Query query(int least) {
        BooleanQuery.Builder query = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
        clauses.forEach(clause -> query.add(clause, Occur.SHOULD));
        return query.build();
    }

    /** A word in letters also finds longer ones that begin so; Chinese has no such words. */
    private static Query clause(String term) {
        Query whole = new TermQuery(new Term(FIELD, term));
        return goesOn(term)
                ? new DisjunctionMaxQuery(
                        List.of(whole, new BoostQuery(new PrefixQuery(new Term(FIELD, term)), LESS)), 0)
                : whole;
    }

    private static boolean goesOn(String term) {
        return term.length() >= BEGINNING && !isChinese(term);
    }

    /** Whether a term of a text was looked for; a character of a pair was not, by itself. */
    boolean has(String term) {
        boolean within =
                terms.stream().anyMatch(one -> one.length() > term.length() && isChinese(one) && one.contains(term));
        return (terms.contains(term) && !(isChinese(term) && within))
                || terms.stream().anyMatch(one -> goesOn(one) && term.startsWith(one));
    }

    private static boolean isChinese(String term) {
        return term.codePoints().anyMatch(Character::isIdeographic);
    }

    private static List<String> terms(String text, Analyzer analyzer) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream(FIELD, text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }
}
