package org.zhice.loader.tables;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.zhice.store.Terms;

/**
 * A column by its contract.
 *
 * @param name the header
 * @param datatype an XSD datatype
 * @param format what the whole cell must match, or null; CSVW has patterns for text and bounds for numbers
 * @param minimum the least whole number, or null
 * @param maximum the greatest, or null
 * @param required whether a cell may not be empty
 */
record Column(
        String name, XSDDatatype datatype, Pattern format, BigInteger minimum, BigInteger maximum, boolean required) {

    /** What a cell should be, if it is not that. */
    Optional<String> expectedInstead(String cell) {
        if (cell.isEmpty()) {
            return required ? Optional.of("a value") : Optional.empty();
        }
        if (!cell.equals(cell.strip())) {
            return Optional.of("no blanks at the ends");
        }
        if (!datatype.isValid(cell)) {
            return Optional.of(datatype.equals(XSDDatatype.XSDdate) ? "a date (yyyy-mm-dd)" : typeName());
        }
        if (!inBounds(cell)) {
            return Optional.of(bounds());
        }
        boolean fits = format == null || format.matcher(cell).matches();
        return fits ? Optional.empty() : Optional.of(format.pattern());
    }

    /** Written in the one way that keys are compared by: no sign, no zeros before it. */
    private boolean inBounds(String cell) {
        if (minimum == null && maximum == null) {
            return true;
        }
        BigInteger number = new BigInteger(cell);
        return number.toString().equals(cell)
                && (minimum == null || number.compareTo(minimum) >= 0)
                && (maximum == null || number.compareTo(maximum) <= 0);
    }

    private String bounds() {
        return "a whole number" + (minimum == null ? "" : " from " + minimum)
                + (maximum == null ? "" : " to " + maximum);
    }

    boolean isNumber() {
        return datatype.equals(XSDDatatype.XSDinteger) || datatype.equals(XSDDatatype.XSDdecimal);
    }

    /** The cell as an RDF literal of the column's datatype. */
    Node literal(String cell) {
        return NodeFactory.createLiteralDT(cell, datatype);
    }

    private String typeName() {
        return "a value of type " + Terms.localName(datatype.getURI());
    }
}
