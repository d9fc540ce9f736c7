package org.zhice.server.sparql;

import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.Result;

/** An answer as a table of characters. Each cell is as wide as the widest of its column, so that one long text makes all long. */
final class TextTable {
    private static final int BORDER = 3;

    private TextTable() {}

    /** @throws QueryCostException if the table would have more characters than allowed */
    static void require(Result rows, long allowed) {
        long width = rows.columns().stream()
                .mapToLong(column -> BORDER + width(rows, column))
                .sum();
        if (width * rows.rows().size() > allowed) {
            throw new QueryCostException(Cost.TABLE, allowed);
        }
    }

    private static int width(Result rows, Var column) {
        return rows.rows().stream()
                .mapToInt(row -> row.contains(column) ? length(row.get(column)) : 0)
                .max()
                .orElse(0);
    }

    private static int length(Node term) {
        return term.isLiteral()
                ? term.getLiteralLexicalForm().length()
                : term.isURI() ? term.getURI().length() : 0;
    }
}
