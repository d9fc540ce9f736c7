package org.zhice.loader.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.Home;
import org.zhice.loader.tables.Tables;

/**
 * An added text against the reviewed tables.
 *
 * @param document its id
 * @param known whether the tables have the document; if not, nothing was compared
 * @param refusal why nothing could be read in it; empty if something was
 * @param differences table by table, in the order of the text; after them the marks of clauses that do not fit it
 */
public record Comparison(String document, boolean known, String refusal, List<Difference> differences) {

    /** Reads every added text of a checkout and compares it, sorted by document. */
    public static List<Comparison> all(Home home) {
        Reviewed tables = Reviewed.of(Tables.read(home));
        return Reading.all(home, tables).stream()
                .map(reading -> of(reading, tables))
                .toList();
    }

    private static Comparison of(Reading reading, Reviewed tables) {
        List<Difference> differences = reading.known()
                ? reading.extraction()
                        .map(extraction -> differences(reading, extraction, tables))
                        .orElse(List.of())
                : List.of();
        return new Comparison(reading.document(), reading.known(), reading.refusal(), differences);
    }

    private static List<Difference> differences(Reading reading, Extraction extraction, Reviewed tables) {
        List<Pair> pairs = Alignment.of(extraction, reading.rows(), tables);
        List<Difference> differences = new ArrayList<>(differences(reading.document(), pairs));
        Fragment.of(reading, pairs, tables)
                .forEach(fragment -> fragment.difference().ifPresent(differences::add));
        return List.copyOf(differences);
    }

    private static List<Difference> differences(String document, List<Pair> pairs) {
        Map<String, Evidence> tasks = Pair.tasks(pairs);
        List<Difference> differences = new ArrayList<>();
        for (Pair pair : pairs) {
            Optional<Passage> passage = pair.read()
                    .map(ReadRow::passage)
                    .or(() -> Optional.ofNullable(
                                    tasks.get(pair.reviewed().get().get("task")))
                            .map(Evidence::passage));
            String place = passage.map(p -> document + ":" + p.start()).orElse("");
            String quote = passage.map(Passage::quote).orElse("");
            differences.addAll(of(pair, place, quote));
        }
        return differences;
    }

    private static List<Difference> of(Pair pair, String place, String quote) {
        String table = pair.kind().table();
        Map<String, String> read = pair.read().map(ReadRow::cells).orElse(Map.of());
        Map<String, String> reviewed = pair.reviewed().orElse(Map.of());
        String key = pair.kind().key(read.isEmpty() ? reviewed : read);
        if (pair.isAligned()) {
            return pair.differences().stream()
                    .map(column -> new Difference(
                            Difference.Side.BOTH,
                            table,
                            key,
                            column,
                            read.get(column),
                            reviewed.get(column),
                            place,
                            quote))
                    .toList();
        }
        Difference.Side side = read.isEmpty() ? Difference.Side.TABLES : Difference.Side.TEXT;
        return List.of(new Difference(side, table, key, "", line(read), line(reviewed), place, quote));
    }

    private static String line(Map<String, String> cells) {
        return cells.entrySet().stream()
                .filter(cell -> !cell.getValue().isEmpty())
                .map(cell -> cell.getKey() + "=" + cell.getValue())
                .collect(Collectors.joining("; "));
    }
}
