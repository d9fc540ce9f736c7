package org.zhice.server.contract;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.QueryException;
import org.zhice.server.contract.Verdict.Outcome;
import org.zhice.server.query.BadParameterException;
import org.zhice.server.query.Difference;
import org.zhice.server.query.Engine;
import org.zhice.server.query.EngineException;
import org.zhice.server.query.Expectation;
import org.zhice.server.query.Result;
import org.zhice.server.query.SavedQuery;

/** Runs saved queries with their defaults and judges the answers. */
public final class Contract {
    private Contract() {}

    /**
     * Runs a query once.
     *
     * @throws EngineException if the engine is not there at all; one that refuses this query fails it
     */
    public static Verdict run(SavedQuery query, Engine engine) {
        long start = System.nanoTime();
        try {
            Result answer = query.run(engine, Map.of());
            long millis = millisSince(start);
            Optional<Difference> difference = query.expectation().flatMap(expectation -> expectation.judge(answer));
            return new Verdict(
                    query.id(),
                    outcome(query.expectation(), difference),
                    answer.rows().size(),
                    millis,
                    difference);
        } catch (BadParameterException | QueryException e) {
            return failure(query, start, e);
        } catch (EngineException e) {
            if (e.isRefusal()) {
                return failure(query, start, e);
            }
            throw e;
        }
    }

    private static Outcome outcome(Optional<Expectation> expectation, Optional<Difference> difference) {
        if (difference.isPresent()) {
            return Outcome.FAILED;
        }
        return expectation.isPresent() ? Outcome.PASSED : Outcome.UNTESTED;
    }

    private static Verdict failure(SavedQuery query, long start, RuntimeException e) {
        Difference none = new Difference("no answer (" + e.getMessage() + ")", "an answer");
        return new Verdict(query.id(), Outcome.FAILED, 0, millisSince(start), Optional.of(none));
    }

    private static long millisSince(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
