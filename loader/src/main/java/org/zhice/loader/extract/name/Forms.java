package org.zhice.loader.extract.name;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.rows.Lexicon;

/** The words and patterns by which a name is known that no table has, as {@code forms.tsv} lists them. */
final class Forms {
    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final List<List<String>> ROWS = Resource.rows(Forms.class, "forms.tsv");
    private static final String ALL = "*";

    /** Verbs and adverbs that begin a clause, in any order and number. */
    static final Pattern VERBS = Pattern.compile("(?:" + words("verb", ALL) + "|"
            + String.join("|", Resource.column(Lexicon.class, "verbs.tsv")) + ")+(?:并|和|、)?");

    static final Pattern STOP = pattern("stop", ALL);
    static final Pattern QUANTITY = Pattern.compile("(?:" + words("quantity", ALL) + ")+");

    private Forms() {}

    /**
     * The end of a name, or a whole one.
     *
     * @param governed what must stand before the name in its clause; matches anywhere if nothing must
     * @param whole whether the pattern takes in the whole name
     */
    record Head(String kind, Pattern pattern, Pattern governed, boolean whole) {}

    /** The heads, those of whole names first. */
    static List<Head> heads() {
        Stream<Head> whole = rows(row -> row.get(0).equals("whole")).map(row -> head(row, true));
        return Stream.concat(whole, rows(row -> row.get(0).equals("head")).map(row -> head(row, false)))
                .toList();
    }

    private static Head head(List<String> row, boolean whole) {
        String governed = row.size() > 3 ? row.get(3) : "";
        return new Head(row.get(1), Pattern.compile(row.get(2)), Pattern.compile(governed), whole);
    }

    /** What rules of a role say of a kind, and of all kinds; matches nothing if there is no such rule. */
    static Pattern pattern(String role, String kind) {
        String words = words(role, kind);
        return words.isEmpty() ? NEVER : Pattern.compile("(?:" + words + ")");
    }

    private static String words(String role, String kind) {
        return rows(row -> row.get(0).equals(role) && List.of(kind, ALL).contains(row.get(1)))
                .map(row -> row.get(2))
                .collect(Collectors.joining("|"));
    }

    private static Stream<List<String>> rows(Predicate<List<String>> wanted) {
        return ROWS.stream().filter(wanted);
    }
}
