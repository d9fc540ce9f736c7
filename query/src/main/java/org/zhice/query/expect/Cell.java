package org.zhice.query.expect;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.zhice.store.Terms;

/** One cell of an answer as a table of expected rows writes it: a literal's text, or an IRI without our base. */
record Cell(String text, boolean isNumber) {
    private static final String BASE = "^" + Pattern.quote(Terms.BASE) + "(id/)?";

    static Cell of(Node node) {
        if (node == null || node.isBlank()) {
            return new Cell("", false);
        }
        return node.isLiteral()
                ? new Cell(node.getLiteralLexicalForm(), node.getLiteralValue() instanceof Number)
                : new Cell(node.getURI().replaceFirst(BASE, ""), false);
    }

    /** Numbers by value, since engines write the same number differently. */
    boolean matches(String expected) {
        return text.equals(expected) || (isNumber && isSameNumber(expected));
    }

    private boolean isSameNumber(String expected) {
        try {
            return new BigDecimal(text).compareTo(new BigDecimal(expected)) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
