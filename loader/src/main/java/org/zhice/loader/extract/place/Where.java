package org.zhice.loader.extract.place;

/**
 * Of which place something is said.
 *
 * @param place null where that is not certain
 * @param printed whether the words beside it say so, not the document or its part
 */
public record Where(Place place, boolean printed) {
    static final Where UNCERTAIN = new Where(null, false);

    /** The id of the area, or empty. */
    public String area() {
        return place == null ? "" : place.area();
    }

    /** Whether a place is named that the tables have no area for. */
    public boolean isNew() {
        return place != null && place.area().isEmpty();
    }
}
