package org.zhice.store.find;

import java.util.Locale;
import java.util.Set;
import org.zhice.store.find.Found.Thing;

/** By what the things that a search finds can be counted and narrowed. */
public enum Facet {
    /** The kind of thing, such as {@code agency}. */
    TYPE,
    /** A year of a document that speaks of it. */
    YEAR,
    /** The local name of an agency that has to do with it. */
    AGENCY;

    /** As in an address. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its values of a thing. */
    public Set<String> of(Thing thing) {
        return switch (this) {
            case TYPE -> Set.of(thing.type());
            case YEAR -> thing.years();
            case AGENCY -> thing.agencies();
        };
    }
}
