package org.zhice.store.arq;

import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.QueryLimits;

/** A query that somebody sent: strict SPARQL 1.1, and nothing in it that would cost too much before it even runs. */
public final class ClientQuery {
    /** Fuseki's: what is relative in a query is relative to nothing that exists. */
    private static final String BASE = "http://server/unset-base/";

    private ClientQuery() {}

    /**
     * The query that a text is.
     *
     * @throws org.apache.jena.query.QueryException if it is not SPARQL
     * @throws QueryCostException if it is longer, deeper or larger than allowed
     * @throws org.zhice.store.QueryRefusedException if it calls a function that is not for queries
     */
    public static Query parse(String text, QueryLimits limits) {
        return parse(text, PrefixMapping.Factory.create(), limits);
    }

    /** As above, with prefixes that the text need not declare. */
    public static Query parse(String text, PrefixMapping prefixes, QueryLimits limits) {
        try {
            QueryText.check(text, limits);
            Query query = new Query();
            query.setPrefixMapping(PrefixMapping.Factory.create().setNsPrefixes(prefixes));
            QueryFactory.parse(query, text, BASE, Syntax.syntaxSPARQL_11);
            QueryTree.check(query, limits);
            return query;
        } catch (StackOverflowError e) {
            throw tooMany(limits);
        } catch (QueryParseException e) {
            throw e.getCause() instanceof StackOverflowError ? tooMany(limits) : e;
        }
    }

    /** More than the parser has a stack for: it descends with each pattern, and nesting was looked at before. */
    private static QueryCostException tooMany(QueryLimits limits) {
        return new QueryCostException(Cost.ELEMENTS, limits.elements());
    }
}
