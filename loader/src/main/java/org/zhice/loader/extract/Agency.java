package org.zhice.loader.extract;

/**
 * A form of the name of an agency.
 *
 * @param agency its id
 * @param form as it may be printed
 * @param from first year in which the form means this agency, or 0
 * @param until last such year, or 9999
 */
public record Agency(String agency, String form, int from, int until) {
    boolean isNamedIn(int year) {
        return year >= from && year <= until;
    }
}
