package org.zhice.store.arq;

import java.util.regex.Pattern;

/** Whether a query has the same answer each time that one release is asked. */
public final class Repeatable {
    private static final String BETWEEN = "(?:\\s|#[^\\n\\r]*)*+";

    /**
     * The functions of SPARQL 1.1 that are no functions, calls to endpoints elsewhere, and escapes by which a name of these
     * could be written otherwise. The functions that queries may call by IRI all depend on their arguments alone.
     */
    private static final Pattern OTHERWISE = Pattern.compile(
            "\\b(?:NOW|RAND|UUID|STRUUID|BNODE)\\b" + BETWEEN + "\\(|\\bSERVICE\\b" + BETWEEN
                    + "(?:SILENT\\b|[<?$]|[^\\s<{}()]*:)|\\\\u",
            Pattern.CASE_INSENSITIVE);

    private Repeatable() {}

    /** Judged by the text, so that some whose words only look so count as others. */
    public static boolean is(String query) {
        return !OTHERWISE.matcher(query).find();
    }
}
