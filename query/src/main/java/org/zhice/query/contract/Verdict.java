package org.zhice.query.contract;

import java.util.Locale;
import java.util.Optional;
import org.zhice.query.expect.Difference;

/**
 * What came of running a saved query with its defaults.
 *
 * @param query the id of the query
 * @param outcome whether the answer is the expected one
 * @param rows how many there were; 0 if there was no answer
 * @param millis how long it took
 * @param sha256 of the answer; empty if there was none
 * @param difference how the answer differs, if it fails
 */
public record Verdict(
        String query,
        Outcome outcome,
        int rows,
        long millis,
        Optional<String> sha256,
        Optional<Difference> difference) {
    /** Whether an answer is the expected one. */
    public enum Outcome {
        PASSED,
        FAILED,
        /** Nothing is expected, or it was not run since it needs the net. */
        UNTESTED;

        /** The word for it in EARL, such as {@code passed}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
