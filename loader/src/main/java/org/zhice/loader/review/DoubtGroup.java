package org.zhice.loader.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.input.FindingWords;

/**
 * One doubt of a reviewer, who decides it once wherever it stands in the text.
 *
 * @param what the kind of doubt
 * @param found the name or the words
 * @param places where it stands, in the order of the text
 */
record DoubtGroup(String what, String found, String expected, List<Place> places) {
    private static final int SHOWN = 20;

    /**
     * A place in the text.
     *
     * @param start the character
     * @param part the part of the sheet that holds it
     * @param task whose words it is, or empty
     */
    record Place(int start, int part, String task) {}

    private record Key(String what, String found, String expected) {}

    /**
     * The doubts of a document by what they are about: the worst kind first, then what stands there most often.
     *
     * @param parts where parts of the sheet begin
     */
    static List<DoubtGroup> of(List<Report> doubts, NavigableSet<Integer> parts) {
        Map<Key, List<Place>> groups = new LinkedHashMap<>();
        for (Report doubt : doubts) {
            Integer part = parts.floor(doubt.start());
            groups.computeIfAbsent(new Key(doubt.what(), doubt.found(), doubt.expected()), key -> new ArrayList<>())
                    .add(new Place(doubt.start(), part == null ? 0 : part, doubt.task()));
        }
        return groups.entrySet().stream()
                .map(group -> of(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingInt(DoubtGroup::severity)
                        .thenComparing(group -> -group.places().size())
                        .thenComparing(group -> group.places().get(0).start()))
                .toList();
    }

    private static DoubtGroup of(Key key, List<Place> places) {
        places.sort(Comparator.comparingInt(Place::start));
        return new DoubtGroup(key.what(), key.found(), key.expected(), List.copyOf(places));
    }

    /** The first places, enough to judge by. */
    List<Place> shown() {
        return places.subList(0, Math.min(SHOWN, places.size()));
    }

    private int severity() {
        return Severity.of(what);
    }

    String whatZh() {
        return FindingWords.chinese(what);
    }

    String foundZh() {
        return FindingWords.chinese(found);
    }

    String expectedZh() {
        return FindingWords.chinese(expected);
    }
}
