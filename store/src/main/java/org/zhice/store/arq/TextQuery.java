package org.zhice.store.arq;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.Token;
import org.zhice.store.TextQueryException;
import org.zhice.store.TextQueryException.Fault;
import org.zhice.store.ZhAnalyzer;

/**
 * A search text in Lucene's language, made safe. Only what it is documented to have is syntax in it: a name before a colon
 * that is no field of names or texts is a word, and so is what stands between slashes. A star after Chinese means the words
 * before it: Chinese is indexed in pairs, of which none is longer.
 */
final class TextQuery {
    private static final Analyzer ANALYZER = new ZhAnalyzer();

    /** As {@code fuseki-config/zhice.ttl} maps them. */
    private static final Set<String> FIELDS = Set.of("prefLabel", "altLabel", "label", "title", "text", "quote");

    private static final int WILDCARDS = 8;

    /** What is quoted or escaped, a name before a colon, a word with wildcards in it, a slash. */
    private static final Pattern PART = Pattern.compile(
            "\"(?:[^\"\\\\]|\\\\.)*\"|\\\\."
                    + "|(?<name>[\\p{L}\\p{N}_.-]+):|(?<word>[\\p{L}\\p{N}\\p{M}_*?]*[*?][\\p{L}\\p{N}\\p{M}_*?]*)|/",
            Pattern.DOTALL);

    private static final Pattern PREFIX = Pattern.compile("([^*?]*\\p{IsHan})\\*");

    private TextQuery() {}

    /**
     * The same search as Lucene may be given it.
     *
     * @throws TextQueryException if Lucene cannot read it, or it has wildcards that nobody shall ask for
     */
    static String safe(String text) {
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
        return prefix.matches() ? "\"" + prefix.group(1) + "\"" : word;
    }

    private static void parse(String text, String safe) {
        try {
            new QueryParser("text", ANALYZER).parse(safe);
        } catch (ParseException e) {
            throw new TextQueryException(Fault.SYNTAX, text, position(text, e));
        }
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
