package org.zhice.query.expect;

import java.util.Optional;
import org.zhice.store.Label;
import org.zhice.store.Result;

/**
 * What is expected of a saved query, as its header says it and as it is judged.
 *
 * @param says a count, or the name of a CSV file, alone or after {@code contains}; empty if nothing is expected
 * @param csv the content of that file; empty if there is none
 * @param rule judges an answer; empty if nothing is expected
 * @param restsOn what the expectation rests on: a sentence, a count; may be empty
 */
public record Expected(String says, String csv, Optional<Expectation> rule, Label restsOn) {
    /** How an answer differs; empty if it does not, or if nothing is expected. */
    public Optional<Difference> judge(Result answer) {
        return rule.flatMap(one -> one.judge(answer));
    }
}
