package org.zhice.server.sheet;

/**
 * A part of a cell: something that has a name, and what is said of it there.
 *
 * @param iri of the thing; empty for what is no thing
 * @param href where it leads; null if nowhere
 * @param lang of its text where that is not the language of the page; null else
 * @param tail said of it, behind its name; may be empty
 */
public record Piece(String text, String iri, String href, String lang, String tail) {
    /** A text of its own. */
    public static Piece of(String text) {
        return new Piece(text, "", null, null, "");
    }

    /** The same with another text, such as a number that leads to what it counts. */
    public Piece saying(String other) {
        return new Piece(other, iri, href, null, tail);
    }

    /** The same that leads elsewhere. */
    public Piece to(String address) {
        return new Piece(text, iri, address, lang, tail);
    }

    /** The same with something said of it. */
    public Piece with(String more) {
        return new Piece(text, iri, href, lang, more);
    }

    String whole() {
        return tail.isEmpty() ? text : text + " (" + tail + ")";
    }
}
