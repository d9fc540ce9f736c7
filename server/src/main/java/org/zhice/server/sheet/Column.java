package org.zhice.server.sheet;

/**
 * A column of a table.
 *
 * @param id its name in files
 * @param title its name for people
 * @param kind how its cells are set
 * @param place where it stands
 * @param role what a chart takes it for, such as {@code x}; empty for what no chart shows
 * @param order where its title leads, so that the rows are ordered by it; null if nowhere
 * @param ordered whether they are
 */
public record Column(String id, String title, Kind kind, Place place, String role, String order, boolean ordered) {
    /** How the cells of a column are set. */
    public enum Kind {
        SHORT,
        LONG,
        NUMBER
    }

    /** What a column is a part of: a page may put together what a file keeps apart. */
    public enum Place {
        BOTH,
        PAGE,
        FILE
    }

    /** A column of short texts. */
    public static Column of(String id, String title) {
        return of(id, title, Kind.SHORT);
    }

    /** A column of texts that may take several lines. */
    public static Column wide(String id, String title) {
        return of(id, title, Kind.LONG);
    }

    /** A column of numbers. */
    public static Column number(String id, String title) {
        return of(id, title, Kind.NUMBER);
    }

    /** A column that stands in files alone. */
    public static Column file(String id) {
        return of(id, "", Kind.SHORT).in(Place.FILE);
    }

    private static Column of(String id, String title, Kind kind) {
        return new Column(id, title, kind, Place.BOTH, "", null, false);
    }

    /** The same as a part of something else. */
    public Column in(Place other) {
        return new Column(id, title, kind, other, role, order, ordered);
    }

    /** The same with a part in a chart. */
    public Column as(String part) {
        return new Column(id, title, kind, place, part, order, ordered);
    }

    /** The same with a title that orders the rows. */
    public Column ordering(String address, boolean now) {
        return new Column(id, title, kind, place, role, address, now);
    }

    boolean isShown() {
        return place != Place.FILE;
    }

    boolean isFiled() {
        return place != Place.PAGE;
    }

    /** The class of its cells in the style sheet. */
    String style() {
        return switch (kind) {
            case LONG -> "long";
            case NUMBER -> "number";
            case SHORT -> "short";
        };
    }
}
