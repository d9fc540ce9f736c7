package org.zhice.server.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.zhice.server.web.Language;
import org.zhice.server.web.Numbers;

/**
 * What stands in one place of a table.
 *
 * @param number the plain number that it shows; null if it is none
 */
public record Cell(List<Piece> pieces, String number) {
    /** Nothing. */
    public static final Cell EMPTY = new Cell(List.of(), null);

    public Cell {
        pieces = List.copyOf(pieces);
    }

    /** One or more things. */
    public static Cell of(List<Piece> pieces) {
        return new Cell(pieces, null);
    }

    /** One thing. */
    public static Cell of(Piece piece) {
        return of(List.of(piece));
    }

    /** A text. */
    public static Cell of(String text) {
        return text.isEmpty() ? EMPTY : of(Piece.of(text));
    }

    /** A number as people read it. */
    public static Cell number(long number, Language language) {
        return new Cell(List.of(Piece.of(Numbers.show(number, language))), Long.toString(number));
    }

    /** A number in the digits that the graph holds; nothing if there is none. */
    public static Cell number(String number, Language language) {
        return number.isEmpty() ? EMPTY : number(Piece.of(Numbers.show(number, language)), number);
    }

    /** A number as something shows it. */
    public static Cell number(Piece shown, String number) {
        return new Cell(
                List.of(shown), new BigDecimal(number).stripTrailingZeros().toPlainString());
    }

    /** A year: a number that is never grouped. */
    public static Cell year(Piece year) {
        return new Cell(List.of(year), year.text());
    }

    /** What it says, for a file; null for nothing. */
    Node text() {
        return pieces.isEmpty()
                ? null
                : number == null
                        ? NodeFactory.createLiteralString(joined(pieces.stream().map(Piece::whole)))
                        : NodeFactory.createLiteralDT(number, XSDDatatype.XSDdecimal);
    }

    /** The things that it names, likewise. */
    Node things() {
        List<String> iris =
                pieces.stream().map(Piece::iri).filter(iri -> !iri.isEmpty()).toList();
        return iris.isEmpty()
                ? null
                : iris.size() == 1
                        ? NodeFactory.createURI(iris.get(0))
                        : NodeFactory.createLiteralString(joined(iris.stream()));
    }

    private static String joined(Stream<String> texts) {
        return texts.collect(Collectors.joining("; "));
    }
}
