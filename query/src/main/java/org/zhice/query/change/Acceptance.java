package org.zhice.query.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.query.BadParameterException;
import org.zhice.query.SavedQuery;
import org.zhice.query.expect.Difference;
import org.zhice.query.expect.Expectation;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * Whether an answer that is not the expected one may be taken as the expected one: where the expectation held before and
 * only what was added to the graph since can have changed the answer.
 *
 * @param query the query
 * @param lines for people: which rows changed, and what changed in the graph and may have done it
 * @param csv the rows to expect from now on; empty if they are refused
 * @param refusal why; empty if they are not
 */
public record Acceptance(SavedQuery query, List<String> lines, Optional<String> csv, Optional<Difference> refusal) {

    /** Judges the answer to a query with its defaults; none if it is the expected one, or nothing is expected. */
    public static Optional<Acceptance> of(SavedQuery query, Release before, Release now, QuadChanges quads) {
        if (query.needsNet() || query.expected().rule().isEmpty()) {
            return Optional.empty();
        }
        Expectation rule = query.expected().rule().get();
        Optional<Result> answer = answer(query, now);
        if (answer.isPresent() && rule.judge(answer.get()).isEmpty()) {
            return Optional.empty();
        }
        Optional<AnswerChange> change = AnswerChange.of(query, before, now, quads);
        List<String> lines = change.map(one -> one.lines(Prefixes.of(now))).orElse(List.of());
        Optional<String> csv = answer.flatMap(rule::renewed);
        Optional<Difference> refusal = refusal(rule, answer(query, before), change, csv);
        return Optional.of(new Acceptance(query, lines, refusal.isPresent() ? Optional.empty() : csv, refusal));
    }

    private static Optional<Difference> refusal(
            Expectation rule, Optional<Result> earlier, Optional<AnswerChange> change, Optional<String> csv) {
        if (earlier.map(rule::judge).map(Optional::isPresent).orElse(true)) {
            return refusal("an answer that was not the expected one before the new rows either", "a right expectation");
        }
        if (change.isEmpty() || !change.get().isByAdditions()) {
            return refusal("a change that new rows do not explain", "changes by new rows alone");
        }
        return csv.isPresent()
                ? Optional.empty()
                : refusal("an answer that no file of all rows describes", "an expectation written by a person");
    }

    private static Optional<Difference> refusal(String found, String expected) {
        return Optional.of(new Difference(found, expected));
    }

    private static Optional<Result> answer(SavedQuery query, Release release) {
        try {
            return Optional.of(query.run(release, Map.of()));
        } catch (BadParameterException e) {
            return Optional.empty();
        }
    }
}
