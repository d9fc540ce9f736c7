package org.zhice.store;

import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;

/**
 * One release of the graph, to be asked. A query without GRAPH sees all named graphs as one. The limits lie within: nobody
 * who asks can pass or forget them.
 *
 * <p>Every question may throw {@link org.apache.jena.query.QueryCancelledException} if it takes longer than allowed,
 * {@link RemoteException} if it calls another endpoint that is not listed or gives no answer, and {@link StoreException} if
 * a store elsewhere gives no answer.
 */
public interface Release {
    /** Its name: of equal names the answers are equal. Empty if the store does not tell. */
    String id();

    /** What a question to it may cost. */
    Limits limits();

    /**
     * What the questions of this reading have asked other endpoints so far. None of a store elsewhere: it makes its own
     * calls.
     */
    default Calls calls() {
        return new Calls();
    }

    /** Answers a SELECT with at most {@link Limits#rows} rows. */
    Result select(Query query);

    /** Answers a CONSTRUCT or DESCRIBE; the graph bears the prefixes of the query. */
    Graph construct(Query query);

    /** Answers an ASK. */
    boolean ask(Query query);

    /**
     * What was worked out from this release, once for all who ask: a release never changes.
     *
     * @param key tells one such thing from others
     * @param make works it out; may run twice if two ask at the same time
     */
    <T> T memo(Object key, Supplier<T> make);
}
