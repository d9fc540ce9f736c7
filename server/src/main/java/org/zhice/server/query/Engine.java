package org.zhice.server.query;

import org.apache.jena.query.Query;

/** A store to ask, in this process or elsewhere. */
@FunctionalInterface
public interface Engine {
    /**
     * Answers a SELECT.
     *
     * @throws org.apache.jena.query.QueryCancelledException if a store in this process takes longer than it may
     * @throws EngineException if a store elsewhere gives no answer
     */
    Result select(Query query);
}
