package org.zhice.store.guard;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many steps a regular expression may take at one place of a text without reading a character, and so without a look at
 * the clock: of parts that can match nothing in two ways, twenty in a row match it in a million. Counted is what the expression
 * says, and never less than Java's matcher does; it knows some ways to do less.
 */
final class IdleSteps {
    private static final Pattern KIND = Pattern.compile("\\?(?:<?[=!]|>|<\\w+>|[a-zA-Z-]*[:)])");

    private final String pattern;
    private boolean spaced;
    private int at;

    private IdleSteps(String pattern, boolean spaced) {
        this.pattern = pattern;
        this.spaced = spaced;
    }

    /**
     * Of an expression.
     *
     * @param ways in how many it can match nothing
     * @param steps how many all of them take together
     */
    private record Idle(double ways, double steps) {
        private static final double MOST = 1e18;

        static final Idle NOTHING = new Idle(1, 0);

        /** Matches nothing in one way. */
        static final Idle EMPTY = new Idle(1, 1);

        /** Reads a character, or fails. */
        static final Idle READS = new Idle(0, 1);

        Idle {
            ways = Math.min(MOST, ways);
            steps = Math.min(MOST, steps);
        }

        Idle then(Idle next) {
            return new Idle(ways * next.ways, steps + ways * next.steps);
        }

        Idle or(Idle other) {
            return new Idle(ways + other.ways, tried().steps + other.tried().steps);
        }

        /** Matched so many times, and once more if it may be: Java gives up repeating what has matched nothing. */
        Idle repeated(int least, boolean more) {
            double needed = Math.pow(ways, least);
            double times = ways == 1 ? least : (needed - 1) / (ways - 1);
            Idle all = new Idle(needed, 1 + steps * times);
            return more ? all.then(new Idle(ways + 1, 1 + steps)) : all;
        }

        /** Trying takes a step, even if there is nothing to look at. */
        Idle tried() {
            return new Idle(ways, Math.max(1, steps));
        }

        Idle once() {
            return new Idle(Math.min(1, ways), steps);
        }
    }

    /**
     * The steps of an expression that Java can compile.
     *
     * @param spaced whether blanks and comments in it mean nothing
     */
    static double of(String pattern, boolean spaced) {
        return new IdleSteps(pattern, spaced).choice().steps();
    }

    private Idle choice() {
        Idle all = sequence();
        while (isAt('|')) {
            at++;
            all = all.or(sequence());
        }
        return all;
    }

    private Idle sequence() {
        Idle all = Idle.NOTHING;
        while (at < pattern.length() && !isAt('|') && !isAt(')')) {
            if (!skipped()) {
                all = all.then(repeated(part()));
            }
        }
        return all;
    }

    private boolean skipped() {
        if (!spaced) {
            return false;
        }
        if (isAt('#')) {
            while (at < pattern.length() && !isAt('\n') && !isAt('\r')) {
                at++;
            }
            return true;
        }
        boolean blank = Character.isWhitespace(pattern.charAt(at));
        at += blank ? 1 : 0;
        return blank;
    }

    private Idle part() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> set();
            case '\\' -> escaped();
            case '^', '$' -> Idle.EMPTY;
            default -> Idle.READS;
        };
    }

    /** What stands after the question mark of a group says whether it reads, or only looks. */
    private Idle group() {
        boolean before = spaced;
        String kind = "";
        if (isAt('?')) {
            Matcher matcher = KIND.matcher(pattern).region(at, pattern.length());
            kind = matcher.lookingAt() ? matcher.group() : "?";
            at += kind.length();
            if (kind.matches("\\?[a-zA-Z-]*[:)]")) {
                spaced = kind.matches("[^-]*x.*") || (spaced && !kind.contains("x"));
            }
            if (kind.endsWith(")")) {
                return Idle.EMPTY;
            }
        }
        Idle inner = choice().tried();
        at++;
        spaced = before;
        if (kind.endsWith("=") || kind.endsWith("!")) {
            return new Idle(1, 1 + inner.steps());
        }
        return kind.equals("?>") ? inner.once() : inner;
    }

    /** A bracket that closes is one of the characters if it stands first. */
    private Idle set() {
        first();
        for (int depth = 1; depth > 0 && at < pattern.length(); ) {
            if (!skipped()) {
                char c = pattern.charAt(at++);
                depth += c == '[' ? 1 : c == ']' ? -1 : 0;
                if (c == '[') {
                    first();
                } else if (c == '\\') {
                    escaped();
                }
            }
        }
        return Idle.READS;
    }

    private void first() {
        at += isAt('^') ? 1 : 0;
        at += isAt(']') ? 1 : 0;
    }

    /** Borders match between characters; what a group has found may be nothing. */
    private Idle escaped() {
        char c = at < pattern.length() ? pattern.charAt(at++) : ' ';
        if (c == 'Q') {
            past("\\E");
        } else if (isAt('{') && "pPxN".indexOf(c) >= 0) {
            past("}");
        } else if (isAt('<') && c == 'k') {
            past(">");
        }
        return "bBAGZzk123456789QE".indexOf(c) >= 0 ? Idle.EMPTY : Idle.READS;
    }

    private void past(String end) {
        int found = pattern.indexOf(end, at);
        at = found < 0 ? pattern.length() : found + end.length();
    }

    private Idle repeated(Idle part) {
        Idle all = part;
        while (at < pattern.length()) {
            if (skipped()) {
                continue;
            }
            char c = pattern.charAt(at);
            if ("{*+?".indexOf(c) < 0) {
                break;
            }
            all = c == '{' ? counted(all) : simple(all, c);
            while (at < pattern.length() && skipped()) {}
            if (isAt('?') || isAt('+')) {
                all = isAt('+') ? all.once() : all;
                at++;
            }
        }
        return all;
    }

    private Idle simple(Idle part, char sign) {
        at++;
        return part.repeated(sign == '+' ? 1 : 0, true);
    }

    private Idle counted(Idle part) {
        int start = at + 1;
        past("}");
        String[] counts = pattern.substring(start, at - 1).split(",", 2);
        int least = Integer.parseInt(counts[0].strip());
        return part.repeated(least, counts.length > 1 && !counts[1].strip().equals(counts[0].strip()));
    }

    private boolean isAt(char c) {
        return at < pattern.length() && pattern.charAt(at) == c;
    }
}
