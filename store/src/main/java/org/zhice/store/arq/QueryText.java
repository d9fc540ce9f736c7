package org.zhice.store.arq;

import java.util.function.IntPredicate;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.QueryLimits;

/**
 * The text of a query before it is parsed. The parser takes a time that grows with the square of the names that are given
 * with AS, of the digits of a number, and of the length of a regular expression, and it cannot be stopped.
 */
final class QueryText {
    private final String text;
    private final QueryLimits limits;
    private int at;
    private int depth;
    private int bindings;
    private boolean matching;
    private int pattern;

    private QueryText(String text, QueryLimits limits) {
        this.text = text;
        this.limits = limits;
    }

    /** @throws QueryCostException if it is too much for the parser */
    static void check(String text, QueryLimits limits) {
        require(text.length(), Cost.CHARACTERS, limits.characters());
        new QueryText(text, limits).read();
    }

    private void read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                skip(other -> other != '\n' && other != '\r');
            } else if (c == '<') {
                iri();
            } else if (c == '"' || c == '\'') {
                string(c);
            } else if (Character.isLetter(c) || c == '_') {
                word();
            } else if (isDigit(c)) {
                number();
            } else {
                mark(c);
            }
        }
        if (matching) {
            require(pattern, Cost.PATTERN, limits.pattern());
        }
    }

    private void mark(char c) {
        if ("({[".indexOf(c) >= 0) {
            depth++;
            require(depth, Cost.NESTING, limits.nesting());
        } else if (")}]".indexOf(c) >= 0) {
            depth--;
        }
        at += c == '\\' ? 2 : 1;
    }

    /** What is no IRI begins with the sign for “less than”. */
    private void iri() {
        int start = at++;
        skip(c -> c > ' ' && "<>\"{}|^`\\".indexOf(c) < 0);
        at = at < text.length() && text.charAt(at) == '>' ? at + 1 : start + 1;
    }

    private void string(char quote) {
        String mark = String.valueOf(quote);
        String end = text.startsWith(mark.repeat(3), at) ? mark.repeat(3) : mark;
        at += end.length();
        int start = at;
        while (at < text.length() && !text.startsWith(end, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        int length = Math.min(at, text.length()) - start;
        at += end.length();
        if (length > limits.pattern() && text.substring(start, start + length).matches("(?s)[^(*+?|]*+[(*+?|].*+")) {
            pattern = length;
        }
        if (text.startsWith("^^", at) && text.substring(start, start + length).matches("[\\s\\d.+-]*+")) {
            require(length, Cost.DIGITS, limits.digits());
        }
    }

    private void word() {
        int start = at;
        skip(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-');
        if (isWord(start, "AS")) {
            bindings++;
            require(bindings, Cost.BINDINGS, limits.bindings());
        }
        matching |= isWord(start, "REGEX") || isWord(start, "REPLACE");
    }

    private boolean isWord(int start, String word) {
        return at - start == word.length() && text.regionMatches(true, start, word, 0, word.length());
    }

    private void number() {
        int start = at;
        skip(c -> isDigit(c) || c == '.');
        require(at - start, Cost.DIGITS, limits.digits());
    }

    private void skip(IntPredicate belongs) {
        while (at < text.length() && belongs.test(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static void require(int found, Cost cost, int allowed) {
        if (found > allowed) {
            throw new QueryCostException(cost, allowed);
        }
    }
}
