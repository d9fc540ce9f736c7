package org.zhice.store;

/** A search text of {@code text:query} that Lucene cannot read, or that would keep it busy for too long. */
public final class TextQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String text;
    private final int position;

    /** What is wrong. */
    public enum Fault {
        /** A bracket, a quotation mark or an operator that stands where none can. */
        SYNTAX,
        /** A star or question mark at the beginning of a word. */
        LEADING,
        /** Too many of them. */
        MANY,
        /** One of them, or a tilde, in what is more than one word of the index, so that it could find nothing. */
        PARTS,
        /** A name before a colon that is no field of names or texts. */
        FIELD,
        /** More characters than anybody looks for. */
        LONG
    }

    /**
     * A fault.
     *
     * @param text the search text as the query has it
     * @param position of the character that is wrong, from 1
     */
    public TextQueryException(Fault fault, String text, int position) {
        super(fault + " at " + position + ": " + text);
        this.fault = fault;
        this.text = text;
        this.position = position;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** The search text as the query has it. */
    public String text() {
        return text;
    }

    /** Where, from 1. */
    public int position() {
        return position;
    }
}
