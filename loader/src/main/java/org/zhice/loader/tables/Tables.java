package org.zhice.loader.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;

/**
 * All tables of a folder, checked against {@code csv-metadata.json} there: columns, datatypes, required cells, unique
 * and sorted keys, references between tables, no file without a contract and no contract without a file.
 */
public final class Tables {
    private final List<Table> tables;

    private Tables(List<Table> tables) {
        this.tables = tables;
    }

    /**
     * Reads and checks the tables of a checkout.
     *
     * @throws InputException with every finding of the first check that finds any
     */
    public static Tables read(Home home) {
        List<TableContract> contracts = Contracts.read(home.tables().resolve("csv-metadata.json"));
        checkFiles(home, contracts);
        Tables tables = new Tables(read(home, contracts));
        tables.check(tables::keys);
        tables.check(tables::references);
        return tables;
    }

    /**
     * A table that a build makes, by its contract in {@code loader/mapping}; its cells are not checked.
     *
     * @throws java.util.NoSuchElementException if there is no contract of that name
     */
    public static Table made(Home home, String name, String file, List<Table.Row> rows) {
        return Contracts.read(home.mappings().resolve("csv-metadata.json")).stream()
                .filter(contract -> contract.name().equals(name))
                .findFirst()
                .map(contract -> new Table(file, contract, List.copyOf(rows)))
                .orElseThrow();
    }

    /** These tables and after them those that a build made. */
    public Tables with(List<Table> made) {
        return new Tables(Stream.concat(tables.stream(), made.stream()).toList());
    }

    /**
     * A table by its name.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** In the order of the contract. */
    public List<Table> list() {
        return tables;
    }

    public long rowCount() {
        return tables.stream().mapToLong(table -> table.rows().size()).sum();
    }

    static String shown(String cell) {
        return cell.isEmpty() ? "nothing" : "\"" + cell + "\"";
    }

    private static List<Table> read(Home home, List<TableContract> contracts) {
        List<Table> tables = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (TableContract contract : contracts) {
            Path file = home.tables().resolve(contract.name() + ".csv");
            try {
                tables.add(TableReader.read(file, home.name(file), contract));
            } catch (InputException e) {
                findings.addAll(e.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new InputException(findings);
        }
        return List.copyOf(tables);
    }

    private static void checkFiles(Home home, List<TableContract> contracts) {
        Set<String> promised = contracts.stream().map(c -> c.name() + ".csv").collect(Collectors.toSet());
        Set<String> there = csvFiles(home.tables());
        List<Finding> findings = new ArrayList<>();
        promised.stream()
                .filter(file -> !there.contains(file))
                .sorted()
                .forEach(file -> findings.add(new Finding(place(home, file), "no file", "a table")));
        there.stream()
                .filter(file -> !promised.contains(file))
                .sorted()
                .forEach(file ->
                        findings.add(new Finding(place(home, file), "a table", "its contract in csv-metadata.json")));
        if (!findings.isEmpty()) {
            throw new InputException(findings);
        }
    }

    private static Place place(Home home, String file) {
        return Place.of(home.name(home.tables().resolve(file)));
    }

    private static Set<String> csvFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".csv"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(Function<Table, List<Finding>> rule) {
        List<Finding> findings =
                tables.stream().flatMap(table -> rule.apply(table).stream()).toList();
        if (!findings.isEmpty()) {
            throw new InputException(findings);
        }
    }

    /** Keys are unique and ascend, so that a change is a small diff in one place. */
    private List<Finding> keys(Table table) {
        List<Finding> findings = new ArrayList<>();
        Set<List<String>> seen = new HashSet<>();
        String columns = String.join("+", table.contract().primaryKey());
        Table.Row before = null;
        Comparator<Table.Row> order = table.keyOrder();
        for (Table.Row row : table.rows()) {
            List<String> key = table.key(row);
            Place place = table.place(row).in(columns);
            if (!seen.add(key)) {
                findings.add(new Finding(place, shown(String.join(" ", key)), "a key that no row above has"));
            } else if (before != null && order.compare(before, row) > 0) {
                findings.add(new Finding(place, shown(String.join(" ", key)), "rows sorted by key"));
            }
            before = row;
        }
        return findings;
    }

    private List<Finding> references(Table table) {
        List<Finding> findings = new ArrayList<>();
        for (TableContract.ForeignKey key : table.contract().foreignKeys()) {
            Set<String> known = values(key.table(), key.tableColumn());
            int index = table.contract().index(key.column());
            for (Table.Row row : table.rows()) {
                String cell = row.cells().get(index);
                if (!cell.isEmpty() && !known.contains(cell)) {
                    findings.add(new Finding(
                            table.place(row).in(key.column()),
                            shown(cell),
                            "a value of column " + key.tableColumn() + " in " + key.table() + ".csv"));
                }
            }
        }
        return findings;
    }

    private final Map<String, Set<String>> valuesByColumn = new HashMap<>();

    private Set<String> values(String table, String column) {
        return valuesByColumn.computeIfAbsent(
                table + "." + column,
                key -> tables.stream()
                        .filter(t -> t.name().equals(table))
                        .flatMap(t -> t.rows().stream()
                                .map(row -> row.cells().get(t.contract().index(column))))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
