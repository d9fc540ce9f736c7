package org.zhice.server.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhice.store.Queries;

/**
 * Where provinces stand on the map of the page, in the order in which they are read: from north to south, and from west to
 * east. How they stand is a matter of the page and no fact.
 */
final class Atlas {
    private static final String NOBODY = ".";
    private static final List<String[]> ROWS = Queries.text(Atlas.class, "tiles.txt")
            .strip()
            .lines()
            .map(line -> line.strip().split(" +"))
            .toList();
    private static final Map<String, Spot> SPOTS = spots();

    private Atlas() {}

    /** A row and a column, from 1. */
    record Spot(int row, int column) implements Comparable<Spot> {
        /** Behind all others. */
        static final Spot NONE = new Spot(0, 0);

        @Override
        public int compareTo(Spot other) {
            return Integer.compare(order(), other.order());
        }

        private int order() {
            return row == 0 ? Integer.MAX_VALUE : row * 100 + column;
        }
    }

    /** Of a place by its id; none for one that the map does not know. */
    static Spot spot(String id) {
        return SPOTS.getOrDefault(id, Spot.NONE);
    }

    private static Map<String, Spot> spots() {
        Map<String, Spot> spots = new HashMap<>();
        IntStream.range(0, ROWS.size())
                .forEach(row -> IntStream.range(0, ROWS.get(row).length)
                        .filter(column -> !ROWS.get(row)[column].equals(NOBODY))
                        .forEach(column -> spots.put(ROWS.get(row)[column], new Spot(row + 1, column + 1))));
        return Map.copyOf(spots);
    }
}
