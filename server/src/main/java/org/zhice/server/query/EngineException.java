package org.zhice.server.query;

/** A store elsewhere that gave no answer; the message names its address and says why, in one line. */
public final class EngineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    EngineException(String message, boolean refused, Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    /** Whether the store is there and refused this query; false if asking it anything else makes no sense either. */
    public boolean isRefusal() {
        return refused;
    }
}
