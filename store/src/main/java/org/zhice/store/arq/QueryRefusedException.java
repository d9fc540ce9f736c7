package org.zhice.store.arq;

import org.apache.jena.query.QueryException;

/** A query that names something that queries may not call here, such as a function of Java. */
public final class QueryRefusedException extends QueryException {
    private static final long serialVersionUID = 1L;

    private final String name;

    /**
     * A refusal.
     *
     * @param name the IRI that may not be called
     */
    public QueryRefusedException(String name) {
        super("<" + name + "> cannot be called here");
        this.name = name;
    }

    /** The IRI that may not be called. */
    public String name() {
        return name;
    }
}
