package org.zhice.loader.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.rows.Evidence;

/**
 * A row that was read and the reviewed row of the same key, or one of the two alone.
 *
 * @param reviewed its cells by column
 */
record Pair(Kind kind, Optional<ReadRow> read, Optional<Map<String, String>> reviewed) {
    /** An id is ours, and paragraphs depend on the copy. */
    private static final Set<String> NOT_COMPARED = Set.of("id", "paragraph");

    private static final Pattern NEW = Pattern.compile("new-(?:metric|area)-\\d+(?:-.*)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    boolean isAligned() {
        return read.isPresent() && reviewed.isPresent();
    }

    /** What states the tasks that text and tables have, by the id of the tables. */
    static Map<String, Evidence> tasks(List<Pair> pairs) {
        return pairs.stream()
                .filter(pair -> pair.isAligned() && pair.kind().table().equals("task"))
                .collect(Collectors.toMap(
                        pair -> pair.reviewed().get().get("id"),
                        pair -> pair.read().get().evidence().get(0)));
    }

    /** The columns that differ; what was not read, such as an unknown metric, cannot. */
    List<String> differences() {
        return isAligned() ? differences(read.get().cells(), reviewed.get()) : List.of();
    }

    static List<String> differences(Map<String, String> read, Map<String, String> reviewed) {
        return read.keySet().stream()
                .filter(column -> !NOT_COMPARED.contains(column) && reviewed.containsKey(column))
                .filter(column -> isRead(read.get(column)))
                .filter(column -> !plain(read.get(column)).equals(plain(reviewed.get(column))))
                .toList();
    }

    /** How many columns were read and are the same. */
    static int agreements(Map<String, String> read, Map<String, String> reviewed) {
        return Math.toIntExact(read.keySet().stream()
                .filter(column -> !NOT_COMPARED.contains(column) && reviewed.containsKey(column))
                .filter(column -> isRead(read.get(column)))
                .filter(column -> plain(read.get(column)).equals(plain(reviewed.get(column))))
                .count());
    }

    /** Whether a cell holds what was read: not nothing, and no made-up id of what the tables do not know. */
    private static boolean isRead(String cell) {
        return !cell.isEmpty() && !NEW.matcher(cell).matches();
    }

    /** Numbers by value: 40 and 40.0 are the same cell. */
    static String plain(String cell) {
        return NUMBER.matcher(cell).matches()
                ? new BigDecimal(cell).stripTrailingZeros().toPlainString()
                : cell;
    }
}
