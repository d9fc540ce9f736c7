package org.zhice.store;

/** A store that gave no answer; the message says in one line where it lies and why. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What became of the question. */
    public enum Kind {
        /** Asking it anything else makes no sense either. */
        SILENT,
        /** The store is there, and took too long with this question. */
        LATE,
        /** The store is there, and refused this question or cut its answer short. */
        REFUSED
    }

    /** A store that gave no answer. */
    public StoreException(String message, Kind kind, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
