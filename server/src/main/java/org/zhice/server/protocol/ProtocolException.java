package org.zhice.server.protocol;

import java.util.List;

/** A request that cannot be read; what it says is for the client, in words that the caller has. */
public final class ProtocolException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;
    private final transient List<Object> args;

    /**
     * A request that is refused.
     *
     * @param status the HTTP status
     * @param key what is wrong, such as {@code not-utf8}
     * @param args what the words for it speak of
     */
    public ProtocolException(int status, String key, Object... args) {
        super(key + " " + List.of(args));
        this.status = status;
        this.key = key;
        this.args = List.of(args);
    }

    public int status() {
        return status;
    }

    public String key() {
        return key;
    }

    /** What the words speak of. */
    public Object[] args() {
        return args.toArray();
    }
}
