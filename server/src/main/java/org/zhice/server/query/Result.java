package org.zhice.server.query;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/**
 * The answer to a query, taken out of the store.
 *
 * @param columns the variables, in order
 * @param rows at most {@link SavedQuery#ROW_LIMIT} rows
 * @param whole false if the query has more rows than the limit
 */
public record Result(List<Var> columns, List<Binding> rows, boolean whole) {
    public Result {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Looks one row beyond the limit, to know whether the answer is whole. A row of TDB2 reads on, if not detached. */
    public static Result of(RowSet answer) {
        List<Binding> rows = new ArrayList<>();
        while (rows.size() < SavedQuery.ROW_LIMIT && answer.hasNext()) {
            rows.add(answer.next().detach());
        }
        return new Result(answer.getResultVars(), rows, !answer.hasNext());
    }

    /** The rows as Jena's writers of results take them; a new one at each call. */
    public RowSet rowSet() {
        return RowSetStream.create(columns, rows.iterator());
    }
}
