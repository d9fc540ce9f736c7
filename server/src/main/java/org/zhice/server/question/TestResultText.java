package org.zhice.server.question;

import org.zhice.query.contract.TestResults.TestResult;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;

/** What came of the last run of a saved query, for people. */
final class TestResultText {
    private TestResultText() {}

    /** Rows, time and release; empty if it was not run. */
    static String of(TestResult result, Language language) {
        return result == null
                ? ""
                : Messages.in(language)
                        .text(
                                "contract.run",
                                Numbers.show(result.rows(), language),
                                Numbers.show(result.millis(), language),
                                result.version());
    }
}
