package org.zhice.loader.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.reading.RowTable;

/**
 * Lays the rows that were read in a document beside the reviewed rows of that document. Rows of the same key belong
 * together even if they differ elsewhere; of several with one key those that differ least and agree most.
 */
final class Alignment {
    private final Reviewed tables;
    private final Extraction extraction;
    private final Map<String, String> reviewedTasks = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();

    private Alignment(Reviewed tables, Extraction extraction) {
        this.tables = tables;
        this.extraction = extraction;
    }

    /** Every row of both sides once, table by table: first in the order of the text, then what only the tables have. */
    static List<Pair> of(Extraction extraction, List<RowTable> rows, Reviewed tables) {
        return new Alignment(tables, extraction).pairs(rows);
    }

    private List<Pair> pairs(List<RowTable> rows) {
        Map<String, List<ReadRow>> read = ReadRow.of(extraction, rows).collect(Collectors.groupingBy(ReadRow::table));
        for (Kind kind : Kind.of(tables.tables())) {
            align(kind, read.getOrDefault(kind.table(), List.of()));
            if (kind.table().equals("task")) {
                pairs.stream().filter(Pair::isAligned).forEach(this::knowTask);
            }
        }
        return List.copyOf(pairs);
    }

    private void knowTask(Pair pair) {
        if (pair.kind().table().equals("task")) {
            reviewedTasks.put(
                    pair.read().get().cells().get("id"), pair.reviewed().get().get("id"));
        }
    }

    private void align(Kind kind, List<ReadRow> rows) {
        List<ReadRow> read = rows.stream().map(this::withReviewedTask).toList();
        List<Map<String, String>> reviewed = tables.rows(kind.reviewed(), extraction.document());
        Map<List<String>, List<Map<String, String>>> byKey =
                reviewed.stream().collect(Collectors.groupingBy(row -> key(kind, row)));
        IdentityHashMap<ReadRow, Map<String, String>> partners = new IdentityHashMap<>();
        read.stream()
                .collect(Collectors.groupingBy(row -> key(kind, row.cells())))
                .forEach((key, group) -> pairUp(group, byKey.getOrDefault(key, List.of()), partners));
        read.forEach(row -> pairs.add(new Pair(kind, Optional.of(row), Optional.ofNullable(partners.get(row)))));
        Set<Map<String, String>> taken = identities(partners.values());
        reviewed.stream()
                .filter(row -> !taken.contains(row))
                .forEach(row -> pairs.add(new Pair(kind, Optional.empty(), Optional.of(row))));
    }

    private record Match(ReadRow read, Map<String, String> reviewed, int differing, int agreeing) {
        static Match of(ReadRow read, Map<String, String> reviewed) {
            int differing = Pair.differences(read.cells(), reviewed).size();
            return new Match(read, reviewed, differing, Pair.agreements(read.cells(), reviewed));
        }
    }

    /** The two that differ least, and of those agree most, first: else a row could take the partner of a later one. */
    private static void pairUp(
            List<ReadRow> read,
            List<Map<String, String>> reviewed,
            IdentityHashMap<ReadRow, Map<String, String>> partners) {
        Set<Map<String, String>> taken = identities(List.of());
        List<Match> matches = read.stream()
                .flatMap(row -> reviewed.stream().map(candidate -> Match.of(row, candidate)))
                .sorted(Comparator.comparingInt(Match::differing)
                        .thenComparing(Match::agreeing, Comparator.reverseOrder()))
                .toList();
        for (Match match : matches) {
            if (!partners.containsKey(match.read()) && taken.add(match.reviewed())) {
                partners.put(match.read(), match.reviewed());
            }
        }
    }

    private static Set<Map<String, String>> identities(Collection<Map<String, String>> rows) {
        Set<Map<String, String>> identities = Collections.newSetFromMap(new IdentityHashMap<>());
        identities.addAll(rows);
        return identities;
    }

    /** A task that the tables do not have keeps its own id with a mark, so that it is taken for no other. */
    private ReadRow withReviewedTask(ReadRow row) {
        if (!row.cells().containsKey("task")) {
            return row;
        }
        Map<String, String> cells = new LinkedHashMap<>(row.cells());
        cells.computeIfPresent("task", (column, task) -> reviewedTasks.getOrDefault(task, "?" + task));
        return new ReadRow(row.table(), cells, row.evidence());
    }

    private static List<String> key(Kind kind, Map<String, String> row) {
        return kind.rules().key().stream()
                .map(column -> Pair.plain(row.get(column)))
                .toList();
    }
}
