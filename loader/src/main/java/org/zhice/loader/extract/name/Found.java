package org.zhice.loader.extract.name;

import java.util.List;
import org.zhice.loader.extract.rows.Lexicon.Named;

/**
 * A name in the clean text, places in UTF-16 units.
 *
 * @param kind campaign, programme, pilot, platform, event, publication or organisation
 * @param id as the tables have it, or empty where they do not know the name
 * @param name without quotation marks
 */
record Found(int start, int end, String kind, String id, String name, String rule, double confidence) {

    boolean overlaps(Found other) {
        return other.start < end && start < other.end;
    }

    boolean overlapsAny(List<Found> others) {
        return others.stream().anyMatch(this::overlaps);
    }

    /** Whether this begins before another name, or begins with it and goes on. */
    boolean isMoreThan(Found other) {
        return start < other.start || (start == other.start && end > other.end);
    }

    /** The same place, now that the thing is known. */
    Found as(Named thing) {
        return new Found(start, end, thing.kind(), thing.id(), name, thing.kind() + "-known-form", 0.95);
    }
}
