package org.zhice.query.contract;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.QueryException;
import org.zhice.query.BadParameterException;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.Verdict.Outcome;
import org.zhice.query.expect.Difference;
import org.zhice.query.expect.Expected;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.StoreException;
import org.zhice.store.StoreException.Kind;

/** Runs saved queries with their defaults and judges the answers. */
public final class Contract {
    private Contract() {}

    /**
     * Runs a query once; one that needs the net is left untested, for what others answer is not in our hands.
     *
     * @throws StoreException if the store is not there at all; one that refuses this query fails it
     */
    public static Verdict run(SavedQuery query, Release release) {
        if (query.needsNet()) {
            return new Verdict(query.id(), Outcome.UNTESTED, 0, 0, Optional.empty(), Optional.empty());
        }
        long start = System.nanoTime();
        try {
            Result answer = query.run(release, Map.of());
            long millis = millisSince(start);
            Optional<Difference> difference = query.expected().judge(answer);
            return new Verdict(
                    query.id(),
                    outcome(query.expected(), difference),
                    answer.rows().size(),
                    millis,
                    Optional.of(AnswerDigest.of(answer)),
                    difference);
        } catch (BadParameterException | QueryException e) {
            return failure(query, start, e);
        } catch (StoreException e) {
            if (e.kind() != Kind.SILENT) {
                return failure(query, start, e);
            }
            throw e;
        }
    }

    private static Outcome outcome(Expected expected, Optional<Difference> difference) {
        if (difference.isPresent()) {
            return Outcome.FAILED;
        }
        return expected.rule().isPresent() ? Outcome.PASSED : Outcome.UNTESTED;
    }

    private static Verdict failure(SavedQuery query, long start, RuntimeException e) {
        long millis = millisSince(start);
        Difference none = new Difference("no answer (" + reason(e, millis) + ")", "an answer");
        return new Verdict(query.id(), Outcome.FAILED, 0, millis, Optional.empty(), Optional.of(none));
    }

    /** A query whose time is up ends without a word. */
    private static String reason(RuntimeException e, long millis) {
        return e.getMessage() == null
                ? "stopped after %d s, longer than a query may take".formatted(millis / 1_000)
                : e.getMessage();
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
