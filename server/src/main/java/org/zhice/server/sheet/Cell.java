package org.zhice.server.sheet;

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
 * @param plain the number or the day that it shows, as a program reads it; null if it shows neither
 */
public record Cell(List<Piece> pieces, Node plain) {
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
        return number(Piece.of(Numbers.show(number, language)), Long.toString(number));
    }

    /** A number in the digits that the graph holds; nothing if there is none. */
    public static Cell number(String number, Language language) {
        return number.isEmpty() ? EMPTY : number(Piece.of(Numbers.show(number, language)), number);
    }

    /** A number as something shows it. */
    public static Cell number(Piece shown, String number) {
        return new Cell(List.of(shown), NodeFactory.createLiteralDT(Numbers.plain(number), XSDDatatype.XSDdecimal));
    }

    /** A year: a number that is never grouped. */
    public static Cell year(Piece year) {
        return number(year, year.text());
    }

    /** A day, {@code 2022-12-31} in the graph, as people read it; nothing if there is none. */
    public static Cell day(String day, Language language) {
        return day.isEmpty()
                ? EMPTY
                : new Cell(List.of(Piece.of(language.day(day))), NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
    }

    /** For a script that draws or sorts; null if the text does. */
    String value() {
        return plain == null ? null : plain.getLiteralLexicalForm();
    }

    /** What it says, for a file; null for nothing. */
    Node text() {
        return pieces.isEmpty()
                ? null
                : plain != null
                        ? plain
                        : NodeFactory.createLiteralString(joined(pieces.stream().map(Piece::whole)));
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
