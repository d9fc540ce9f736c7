package org.zhice.store.arq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.zhice.store.TextQueryException;
import org.zhice.store.TextQueryException.Fault;
import org.zhice.store.ZhAnalyzer;
import org.zhice.store.find.SearchWords;

/**
 * A search text in Lucene's language, made safe. Only what it is documented to have is syntax in it: a name before a colon
 * that is no field of names or texts is a word, and so is what stands between slashes. A star after Chinese means the words
 * before it: Chinese is indexed in pairs, of which none is longer.
 */
final class TextQuery {
    private static final Analyzer ANALYZER = new ZhAnalyzer();

    /** As {@code fuseki-config/zhice.ttl} maps them. */
    private static final Set<String> FIELDS =
            Set.of("prefLabel", "altLabel", "hiddenLabel", "label", "title", "text", "quote");

    private static final int WILDCARDS = 8;

    /** As for the search of names. */
    private static final int LONGEST = SearchWords.LONGEST;

    /** Lucene looks at all ways through the single characters and pairs of a text: twice as many for each other character. */
    private static final int AT_ONCE = 6;

    /** Parts of a phrase share as many characters, so that they stand together. */
    private static final int SHARED = 2;

    /** What is quoted or escaped, a name before a colon, a word with wildcards in it, a slash. */
    private static final Pattern PART = Pattern.compile(
            "\"(?<phrase>[^\"\\\\]*+)\"(?!~)|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|\\\\."
                    + "|(?<name>[\\p{L}\\p{N}_.-]+)\\s*:|(?<word>[\\p{L}\\p{N}\\p{M}_*?]*[*?][\\p{L}\\p{N}\\p{M}_*?]*)"
                    + "|(?<run>[\\p{L}\\p{N}\\p{M}]++)(?!~)|/",
            Pattern.DOTALL);

    private static final Pattern UNIT = Pattern.compile("\\p{IsHan}|\\P{IsHan}+");

    private static final Pattern PREFIX = Pattern.compile("([^*?]*\\p{IsHan})\\*");

    private TextQuery() {}

    /**
     * The same search as Lucene may be given it.
     *
     * @throws TextQueryException if Lucene cannot read it, or it has wildcards that nobody shall ask for
     */
    static String safe(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw new TextQueryException(Fault.LONG, text, LONGEST);
        }
        List<Integer> wildcards = new ArrayList<>();
        String safe =
                PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(part(text, (Matcher) part, wildcards)));
        parse(text, safe);
        return safe;
    }

    private static String part(String text, Matcher part, List<Integer> wildcards) {
        if (part.group().equals("/")) {
            return "\\/";
        }
        if (part.group("name") != null) {
            return FIELDS.contains(part.group("name")) ? part.group() : part.group("name") + "\\:";
        }
        if (part.group("phrase") != null) {
            return parts(part.group("phrase"), "\"", SHARED);
        }
        if (part.group("run") != null) {
            return parts(part.group("run"), "", 0);
        }
        return part.group("word") == null ? part.group() : word(text, part, wildcards);
    }

    private static String word(String text, Matcher part, List<Integer> wildcards) {
        String word = part.group();
        wildcards.add(part.start());
        if (word.startsWith("*") || word.startsWith("?")) {
            throw new TextQueryException(Fault.LEADING, text, place(text, part.start()));
        }
        if (wildcards.size() > WILDCARDS) {
            throw new TextQueryException(Fault.MANY, text, place(text, part.start()));
        }
        Matcher prefix = PREFIX.matcher(word);
        return prefix.matches() ? parts(prefix.group(1), "\"", SHARED) : word;
    }

    /** A long text as several that must all be there. */
    private static String parts(String text, String quote, int shared) {
        List<String> units =
                UNIT.matcher(text).results().map(MatchResult::group).toList();
        if (units.size() <= AT_ONCE) {
            return quote + text + quote;
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < units.size() - shared; from += AT_ONCE - shared) {
            int to = Math.min(units.size(), from + AT_ONCE);
            parts.add(quote + String.join("", units.subList(from, to)) + quote);
        }
        return "(" + String.join(" AND ", parts) + ")";
    }

    private static void parse(String text, String safe) {
        try {
            new QueryParser("text", ANALYZER).parse(safe).visit(new Check(text));
        } catch (ParseException e) {
            throw new TextQueryException(Fault.SYNTAX, text, position(text, e));
        }
    }

    /** What Lucene understood: names and signs can be written in more ways than can be told from the text. */
    private static final class Check extends QueryVisitor {
        private final String text;

        Check(String text) {
            this.text = text;
        }

        @Override
        public boolean acceptField(String field) {
            if (!FIELDS.contains(field)) {
                throw new TextQueryException(Fault.FIELD, text, place(text, text.indexOf(':')));
            }
            return true;
        }

        @Override
        public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            return this;
        }

        @Override
        public void consumeTermsMatching(Query query, String field, Supplier<ByteRunAutomaton> terms) {
            String word = word(query).replaceAll("[*?]", "x");
            if (!word.isEmpty() && !words(word).contains(word)) {
                throw new TextQueryException(Fault.PARTS, text, place(text, sign(text)));
            }
        }

        private static String word(Query query) {
            return query instanceof PrefixQuery prefix
                    ? prefix.getPrefix().text()
                    : query instanceof WildcardQuery wildcard
                            ? wildcard.getTerm().text()
                            : query instanceof FuzzyQuery fuzzy
                                    ? fuzzy.getTerm().text()
                                    : "";
        }

        private static int sign(String text) {
            Matcher sign = Pattern.compile("[*?~]").matcher(text);
            return sign.find() ? sign.start() : 0;
        }
    }

    /** As the index has them. */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        try (TokenStream tokens = ANALYZER.tokenStream("text", text)) {
            CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(word.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The end of the text where Lucene does not tell: something that was opened is not closed. */
    private static int position(String text, ParseException e) {
        ParseException told = e.getCause() instanceof ParseException cause ? cause : e;
        Token token = told.currentToken == null ? null : told.currentToken.next;
        return place(text, token == null || token.kind == 0 ? text.length() - 1 : token.beginColumn);
    }

    /** In characters, from 1. */
    private static int place(String text, int index) {
        return text.codePointCount(0, Math.max(0, Math.min(index, text.length() - 1))) + 1;
    }
}
