package org.zhice.store;

import java.util.Locale;
import org.apache.jena.query.QueryCancelledException;

/**
 * A call to another endpoint that was refused here or failed there.
 *
 * <p>To ARQ it is the end of the query: any other exception within a filter it would log, and leave the row out in silence.
 */
public final class RemoteException extends QueryCancelledException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String remote;
    private final String detail;

    /** Why a remote gave nothing. */
    public enum Kind {
        /** It is not on the list; nothing was asked. */
        NOT_LISTED("is not one of the endpoints that may be called: %s"),
        /** Its name leads into a private network; nothing was asked. */
        PRIVATE("lies at %s, which is no address of the web"),
        /** No connection. */
        DOWN("cannot be reached (%s)"),
        /** No answer in time. */
        SLOW("gave no answer within %s ms"),
        /** An answer that says no. */
        STATUS("answered with HTTP status %s"),
        /** It names another address, which is not followed. */
        REDIRECT("sends elsewhere (%s), which is not followed"),
        /** More than a call may cost. */
        TOO_MUCH("gave more than %s"),
        /** An answer that is no result of SPARQL. */
        BROKEN("gave no SPARQL result (%s)"),
        /** It failed a short while ago. */
        RESTING("failed lately and is asked again in %s s"),
        /** The question asked it too often. */
        TOO_OFTEN("would be asked more than %s times by one question");

        private final String says;

        Kind(String says) {
            this.says = says;
        }

        /** A word for it, such as {@code not-listed}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A call that gave nothing.
     *
     * @param remote the name of the remote, or its IRI if it is not on the list
     * @param detail what the kind speaks of
     */
    public RemoteException(Kind kind, String remote, String detail) {
        this.kind = kind;
        this.remote = remote;
        this.detail = detail;
    }

    public Kind kind() {
        return kind;
    }

    public String remote() {
        return remote;
    }

    public String detail() {
        return detail;
    }

    /** Whether it was asked, or could have been: the rest of an answer may do without it. */
    public boolean isFailure() {
        return kind != Kind.NOT_LISTED;
    }

    /** Why, without the name. */
    public String reason() {
        return kind.says.formatted(detail);
    }

    @Override
    public String getMessage() {
        return remote + " " + reason();
    }
}
