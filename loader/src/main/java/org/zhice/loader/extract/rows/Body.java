package org.zhice.loader.extract.rows;

/**
 * A body that the tables do not have, as a new row of {@code agency.csv} may say.
 *
 * @param id proposed, or empty
 * @param name with its place and level where the document tells them
 * @param fullName the official one, or the same as the name
 * @param nameEn the official English name, or empty
 * @param kind as in {@code agency.csv}, or empty
 */
public record Body(String id, String name, String fullName, String nameEn, String kind) {

    /** A body of which no more than a name is known. */
    public static Body of(String name) {
        return new Body("", name, name, "", "");
    }
}
