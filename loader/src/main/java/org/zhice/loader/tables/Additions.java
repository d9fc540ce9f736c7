package org.zhice.loader.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;

/**
 * Rows of a folder that are to stand among the reviewed ones. The lines of both files are kept as they are written and
 * only put in the order of the keys, so that the change is a small one.
 */
public final class Additions {
    private static final Pattern UNNAMED = Pattern.compile("(?:\\w+/)?new-[a-z]+-\\d+(?:-.*)?");

    private final Map<Table, List<Entry>> merged = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<Place, Place> origins = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final AllowedValues values;

    /** A row as it is written, and where it came from if it is new. */
    private record Entry(Table.Row row, String text, Optional<Place> origin) {}

    private Additions(Home home) {
        this.values = new AllowedValues(home);
    }

    /**
     * Compares the tables of a folder with the reviewed ones. A row that is there already, cell by cell, is passed over.
     *
     * @param folder of files with the names and headers of reviewed tables; others in it are not looked at
     * @throws InputException if there is no row to add, a cell breaks its contract, an id is still a made-up one, or the
     *     key of a row has other cells in the reviewed table
     */
    public static Additions read(Home home, Path folder) {
        Additions additions = new Additions(home);
        for (TableContract contract : Tables.contracts(home, home.tables())) {
            Path file = folder.resolve(contract.file());
            if (Files.isRegularFile(file)) {
                additions.read(home, home.tables().resolve(contract.file()), file, contract);
            }
        }
        if (!additions.findings.isEmpty()) {
            throw new InputException(additions.values.named(additions.findings));
        }
        if (additions.counts.isEmpty()) {
            throw new InputException(
                    folder.toString(), "no new row", "tables with rows that are not in data/tables yet");
        }
        return additions;
    }

    /** How many rows are new, by table. */
    public Map<String, Long> counts() {
        return counts;
    }

    /** Replaces the tables of a folder by the merged ones. */
    public void writeTo(Path tables) {
        merged.forEach((table, entries) -> {
            List<String> lines = new ArrayList<>(List.of(String.join(",", table.header())));
            entries.forEach(entry -> lines.add(entry.text()));
            replace(tables.resolve(table.name() + ".csv"), String.join("\n", lines) + "\n");
        });
    }

    /** The same findings, placed where a row came from if it is a new one, with the values that its cell may have. */
    public List<Finding> placed(List<Finding> found) {
        return values.named(found.stream().map(this::placed).toList());
    }

    private Finding placed(Finding finding) {
        Place row = finding.place().row();
        Place origin = origins.getOrDefault(row, row).in(finding.place().column());
        return new Finding(origin, finding.found(), finding.expected());
    }

    private void read(Home home, Path reviewedFile, Path addedFile, TableContract contract) {
        int faults = findings.size();
        Table reviewed = TableReader.read(reviewedFile, home.name(reviewedFile), contract, findings::add);
        Table added = TableReader.read(addedFile, addedFile.toString(), contract, findings::add);
        if (findings.size() > faults) {
            return;
        }
        List<Entry> entries = entries(reviewed, reviewedFile, row -> Optional.empty());
        List<Entry> fresh = entries(added, addedFile, row -> Optional.of(added.place(row))).stream()
                .filter(entry -> isNew(entry, added, reviewed))
                .toList();
        if (!fresh.isEmpty()) {
            entries.addAll(fresh);
            entries.sort(Comparator.comparing(Entry::row, reviewed.keyOrder()));
            merged.put(reviewed, entries);
            counts.put(reviewed.name(), (long) fresh.size());
            remember(reviewed, entries);
        }
    }

    private boolean isNew(Entry entry, Table added, Table reviewed) {
        entry.row().cells().stream()
                .filter(cell -> UNNAMED.matcher(cell).matches())
                .forEach(cell -> findings.add(
                        Finding.cell(added.place(entry.row()), cell, "an id of its own, the same wherever it stands")));
        List<String> key = added.key(entry.row());
        List<Table.Row> same = reviewed.rows().stream()
                .filter(row -> reviewed.key(row).equals(key))
                .toList();
        if (same.isEmpty()) {
            return true;
        }
        if (!same.get(0).cells().equals(entry.row().cells())) {
            findings.add(new Finding(
                    added.place(entry.row()),
                    String.join(",", entry.row().cells()),
                    "the row of this key in " + reviewed.place(same.get(0)) + ", or another key"));
        }
        return false;
    }

    /** The line on which each new row will stand. A row may take several lines. */
    private void remember(Table reviewed, List<Entry> entries) {
        long line = 2;
        for (Entry entry : entries) {
            Place merged = Place.of(reviewed.file(), line);
            entry.origin().ifPresent(origin -> origins.put(merged, origin));
            line += entry.text().lines().count();
        }
    }

    private static List<Entry> entries(Table table, Path file, Function<Table.Row, Optional<Place>> origin) {
        List<String> lines = lines(file);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            long end = i + 1 < table.rows().size() ? table.rows().get(i + 1).line() - 1 : lines.size();
            String text = String.join("\n", lines.subList((int) row.line() - 1, (int) end));
            entries.add(new Entry(row, text, origin.apply(row)));
        }
        return entries;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void replace(Path file, String text) {
        try {
            Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
