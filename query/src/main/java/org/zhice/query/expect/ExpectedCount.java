package org.zhice.query.expect;

import java.util.Optional;
import org.zhice.store.Result;

/** A number of rows, both bounds included. */
record ExpectedCount(int low, int high) implements Expectation {
    ExpectedCount {
        if (low > high) {
            throw new IllegalArgumentException(low + " is more than " + high);
        }
    }

    @Override
    public Optional<Difference> judge(Result answer) {
        int rows = answer.rows().size();
        return rows >= low && rows <= high
                ? Optional.empty()
                : Optional.of(new Difference(rows(rows), low == high ? rows(low) : range()));
    }

    private String range() {
        return high == Integer.MAX_VALUE ? "at least " + rows(low) : low + " to " + rows(high);
    }

    private static String rows(int count) {
        return count == 1 ? "1 row" : count + " rows";
    }
}
