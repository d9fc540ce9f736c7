package org.zhice.loader.tables;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.zhice.store.Terms;
import org.zhice.store.plain.PlainText;

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

    private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
    private static final String AN_ID = "an id such as plan-2025: a-z, 0-9 and -";
    private static final Pattern CHOICE = Pattern.compile("[\\w-]+(?:\\|[\\w-]+)+");
    private static final Pattern LENGTH = Pattern.compile("\\.\\{1,(\\d+)}");
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** What a cell should be, if it is not that. It may have several lines only where a format says so. */
    Optional<String> expectedInstead(String cell) {
        if (cell.isEmpty()) {
            return required ? Optional.of(allowed()) : Optional.empty();
        }
        boolean fits = format == null || format.matcher(cell).matches();
        Optional<String> plain = PlainText.expectedInstead(cell, format != null && fits);
        if (plain.isPresent()) {
            return plain;
        }
        if (datatype.equals(XSDDatatype.XSDanyURI) && !isAddress(cell)) {
            return Optional.of("an address that begins with http:// or https://");
        }
        if (isDate() ? !isDay(cell) : !datatype.isValid(cell)) {
            return Optional.of(isDate() ? "a date (yyyy-mm-dd)" : typeName());
        }
        if (!inBounds(cell)) {
            return Optional.of(bounds());
        }
        if (datatype.equals(XSDDatatype.XSDdecimal) && !isPlain(cell)) {
            return Optional.of("a number such as 12, -3 or 0.5");
        }
        if (fits && DAY.matcher(cell).matches() && !isDay(cell)) {
            return Optional.of("a day of the calendar");
        }
        return fits ? Optional.empty() : Optional.of(format.pattern().equals(ID) ? AN_ID : format.pattern());
    }

    /** What a cell that may not be empty should hold. */
    private String allowed() {
        String pattern = format == null ? "" : format.pattern();
        if (CHOICE.matcher(pattern).matches()) {
            return "one of " + pattern.replace("|", ", ");
        }
        Matcher length = LENGTH.matcher(pattern);
        if (length.matches()) {
            return "a value of 1 to " + length.group(1) + " characters";
        }
        return pattern.equals(ID) ? AN_ID : "a value";
    }

    private boolean isDate() {
        return datatype.equals(XSDDatatype.XSDdate);
    }

    /** XSD allows a time zone too, but a day with one compares with none without. */
    private static boolean isDay(String cell) {
        try {
            return DAY.matcher(cell).matches() && LocalDate.parse(cell).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Digits after the point may be zeros: they say how exactly something was counted. */
    private static boolean isPlain(String cell) {
        return DECIMAL.matcher(cell).matches() && !(cell.startsWith("-") && new BigDecimal(cell).signum() == 0);
    }

    /** XSD lets every text pass for one; ours become links. */
    private static boolean isAddress(String cell) {
        try {
            IRIx iri = IRIx.create(cell);
            return (iri.hasScheme("http") || iri.hasScheme("https"))
                    && cell.matches("(?i)https?://[^/?#@]+(/.*)?")
                    && !iri.hasViolations();
        } catch (IRIException e) {
            return false;
        }
    }

    /** Written in the one way that keys are compared by: no sign, no zeros before it. */
    private boolean inBounds(String cell) {
        if (!datatype.equals(XSDDatatype.XSDinteger)) {
            return true;
        }
        BigInteger number = new BigInteger(cell);
        return number.toString().equals(cell)
                && (minimum == null || number.compareTo(minimum) >= 0)
                && (maximum == null || number.compareTo(maximum) <= 0);
    }

    private String bounds() {
        return (minimum == null && maximum == null ? "a whole number such as 12 or -3" : "a whole number")
                + (minimum == null ? "" : " from " + minimum)
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
