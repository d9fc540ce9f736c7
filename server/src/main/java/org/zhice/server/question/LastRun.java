package org.zhice.server.question;

import java.util.Optional;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.TestResults.TestResult;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;

/**
 * What came of the last run of a saved query, for people.
 *
 * @param outcome as EARL calls it
 * @param verdict the same in words
 * @param text rows, time and release
 */
public record LastRun(String outcome, String verdict, String text) {
    /** None if nothing is known of a run: the result is null. */
    static Optional<LastRun> of(SavedQuery query, TestResult result, Language language) {
        return Optional.ofNullable(result).map(run -> in(Messages.in(language, LastRun.class), query, run));
    }

    private static LastRun in(Messages messages, SavedQuery query, TestResult run) {
        if (query.needsNet()) {
            return new LastRun(
                    run.outcome(), messages.text("contract." + run.outcome()), messages.text("contract.net"));
        }
        String text = messages.text(
                "contract.run",
                Numbers.show(run.rows(), messages.language()),
                Numbers.show(run.millis(), messages.language()),
                run.version());
        return new LastRun(run.outcome(), messages.text("contract." + run.outcome()), text);
    }
}
