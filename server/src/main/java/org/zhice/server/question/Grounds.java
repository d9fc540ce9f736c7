package org.zhice.server.question;

import java.util.Optional;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.TestResults.TestResult;
import org.zhice.query.expect.Expected;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Words;

/**
 * Why the answer of a saved query may be trusted: what was expected of it, and what came of its last run.
 *
 * @param restsOn what the expectation rests on; may be empty
 * @param count how many rows are expected, in words; empty if they are named, or nothing is expected
 * @param rows the rows expected, as CSV; empty if they are not named
 * @param file the name of the file that holds them
 * @param others whether there may be other rows beside them
 */
record Grounds(String restsOn, String count, String rows, String file, boolean others, Optional<LastRun> lastRun) {
    private static final String CONTAINS = "contains ";

    /** The grounds for an answer of which something may be expected, and which may have been run, or the result is null. */
    static Grounds of(SavedQuery query, TestResult result, Language language) {
        Expected expected = query.expected();
        boolean named = !expected.csv().isEmpty();
        return new Grounds(
                Words.capital(expected.restsOn().in(language.tag())),
                named ? "" : count(expected.says(), Messages.in(language, Grounds.class)),
                expected.csv(),
                expected.says().replaceFirst("^" + CONTAINS, ""),
                expected.says().startsWith(CONTAINS),
                LastRun.of(query, result, language));
    }

    private static String count(String says, Messages messages) {
        if (says.isEmpty()) {
            return "";
        }
        return says.endsWith("empty")
                ? messages.text("query.expect." + says)
                : messages.text("query.expect.rows", says.replace("..", "–"));
    }

    boolean isEmpty() {
        return restsOn.isEmpty() && count.isEmpty() && rows.isEmpty() && lastRun.isEmpty();
    }
}
