package org.zhice.query.change;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.zhice.query.change.SortedLines.Side;
import org.zhice.store.Terms;

/**
 * The things of ours in which two releases differ, by their IRIs.
 *
 * @param added of which only the later one says anything
 * @param removed of which only the earlier one does
 * @param changed of which they do not say the same
 * @param newQuads quads of the later one alone, of things of ours or not
 * @param goneQuads quads of the earlier one alone
 */
public record EntityChanges(
        List<String> added, List<String> removed, List<String> changed, long newQuads, long goneQuads) {
    private static final String OURS = "<" + Terms.BASE;

    /**
     * Compares two releases.
     *
     * @param before the dump of the earlier one, as packed and sorted N-Quads
     * @param after that of the later one
     */
    public static EntityChanges between(Path before, Path after) {
        Map<String, Set<Side>> things = new TreeMap<>();
        Map<Side, Long> quads = new EnumMap<>(Side.class);
        try {
            SortedLines.compare(before, after, (side, line) -> {
                quads.merge(side, 1L, Long::sum);
                if (line.startsWith(OURS)) {
                    things.computeIfAbsent(line.substring(1, line.indexOf('>')), first -> EnumSet.noneOf(Side.class))
                            .add(side);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EntityChanges(
                those(things, EnumSet.of(Side.NEW)::equals),
                those(things, EnumSet.of(Side.GONE)::equals),
                those(things, sides -> sides.size() > 1),
                quads.getOrDefault(Side.NEW, 0L),
                quads.getOrDefault(Side.GONE, 0L));
    }

    private static List<String> those(Map<String, Set<Side>> things, Predicate<Set<Side>> which) {
        return things.entrySet().stream()
                .filter(thing -> which.test(thing.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
