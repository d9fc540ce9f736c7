package org.zhice.loader.tables;

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
 * @param format what the whole cell must match, or null
 * @param required whether a cell may not be empty
 */
record Column(String name, XSDDatatype datatype, Pattern format, boolean required) {

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
        boolean fits = format == null || format.matcher(cell).matches();
        return fits ? Optional.empty() : Optional.of(format.pattern());
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
