package org.zhice.query.expect;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.store.Result;

/** What the answer to a saved query with its defaults should be. */
public sealed interface Expectation permits ExpectedCount, ExpectedRows {
    /** The forms of a count in a header: {@code empty}, {@code non-empty}, {@code 12}, {@code 3..7}. */
    Pattern COUNT = Pattern.compile("empty|non-empty|(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");

    /** How an answer differs from this; empty if it does not. */
    Optional<Difference> judge(Result answer);

    /**
     * The file of expected rows that this answer would fit.
     *
     * @return none if what is expected is a count, or only some of the rows: a person says which
     */
    default Optional<String> renewed(Result answer) {
        return Optional.empty();
    }

    /**
     * Refuses the columns of a query if this speaks of others.
     *
     * @throws IllegalArgumentException if there is such a column
     */
    default void requireColumns(List<String> columns) {}

    /**
     * The expectation that a header states.
     *
     * @param expect a count, the name of a CSV file, or {@code contains} and that name
     * @param csv the content of that file; empty if a count is expected
     * @throws IllegalArgumentException if the file has no rows, or the bounds are the wrong way round
     */
    static Expectation of(String expect, String csv) {
        Matcher count = COUNT.matcher(expect);
        if (!count.matches()) {
            return ExpectedRows.of(csv, !expect.startsWith("contains "));
        }
        if (count.group(1) == null) {
            return expect.equals("empty") ? new ExpectedCount(0, 0) : new ExpectedCount(1, Integer.MAX_VALUE);
        }
        int low = Integer.parseInt(count.group(1));
        return new ExpectedCount(low, count.group(2) == null ? low : Integer.parseInt(count.group(2)));
    }
}
