package org.zhice.store;

/** A store that gave no answer; the message says in one line where it lies and why. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    /**
     * A store that gave no answer.
     *
     * @param refused whether the store is there and refused this question; false if asking it anything else makes no sense
     *     either
     */
    public StoreException(String message, boolean refused, Throwable cause) {
        super(message, cause);
        this.refused = refused;
    }

    /** Whether the store is there and refused this question. */
    public boolean isRefusal() {
        return refused;
    }
}
