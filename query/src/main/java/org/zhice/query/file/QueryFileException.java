package org.zhice.query.file;

import java.nio.file.Path;

/** A file of a saved query that cannot be used; the message names file, line and reason. */
public final class QueryFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    QueryFileException(Path file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
