package org.zhice.loader.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    private static final String CONTRACTS = "csv-metadata.json";

    private final List<Table> tables;
    private final List<TableContract> makeable;

    private Tables(List<Table> tables, List<TableContract> makeable) {
        this.tables = tables;
        this.makeable = makeable;
    }

    /**
     * Reads and checks the tables of a checkout.
     *
     * @throws InputException with every finding of the first check that finds any
     */
    public static Tables read(Home home) {
        Tables forms = forms(home);
        List<TableFile> files =
                forms.tables.stream().map(form -> TableFile.read(home, form)).toList();
        stopOn(all(files, TableFile::cells));
        stopOn(all(files, TableFile::keys));
        List<Table> tables = files.stream().map(TableFile::table).toList();
        stopOn(all(tables, new TableRules(tables)::references));
        return new Tables(tables, forms.makeable);
    }

    /**
     * The tables of a checkout without their rows.
     *
     * @throws InputException if there is a table without a contract or a contract without a table
     */
    public static Tables forms(Home home) {
        List<TableContract> contracts = contracts(home, home.tables());
        stopOn(strayFiles(home, contracts));
        List<Table> forms = contracts.stream()
                .map(contract -> {
                    String file = home.name(home.tables().resolve(contract.file()));
                    return new Table(file, contract, List.of());
                })
                .toList();
        return new Tables(forms, contracts(home, home.mappings()));
    }

    /** These tables, and after them those that a build makes, without rows. */
    public Tables withMakeable() {
        return with(makeable.stream()
                .map(contract -> new Table(contract.file(), contract, List.of()))
                .toList());
    }

    /** The columns of a table that references lead to. */
    public Set<Reference.Target> targetsIn(Table table) {
        return tables.stream()
                .flatMap(other -> other.contract().foreignKeys().stream())
                .map(TableContract.ForeignKey::target)
                .filter(target -> target.table().equals(table.name()))
                .collect(Collectors.toSet());
    }

    static List<TableContract> contracts(Home home, Path folder) {
        Path file = folder.resolve(CONTRACTS);
        return Contracts.read(file, home.name(file));
    }

    /**
     * A table that a build makes, by its contract in {@code loader/mapping}; its cells are not checked.
     *
     * @param file the text that it is made from
     * @throws java.util.NoSuchElementException if there is no contract of that name
     * @throws IllegalArgumentException if a cell is of no column
     */
    public Table made(String name, String file, List<Table.Cells> rows) {
        return makeable.stream()
                .filter(contract -> contract.name().equals(name))
                .findFirst()
                .map(contract -> new Table(file, contract, List.of()).with(rows))
                .orElseThrow();
    }

    /** These tables and after them others; one of the same name gives way to them. */
    public Tables with(List<Table> others) {
        Set<String> names = others.stream().map(Table::name).collect(Collectors.toSet());
        Stream<Table> own = tables.stream().filter(table -> !names.contains(table.name()));
        return new Tables(Stream.concat(own, others.stream()).toList(), makeable);
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

    private static List<Finding> strayFiles(Home home, List<TableContract> contracts) {
        Set<String> promised = contracts.stream().map(TableContract::file).collect(Collectors.toSet());
        Set<String> there = csvFiles(home.tables());
        Stream<Finding> missing = promised.stream()
                .filter(file -> !there.contains(file))
                .sorted()
                .map(file -> new Finding(place(home, file), "no file", "a table"));
        Stream<Finding> unknown = there.stream()
                .filter(file -> !promised.contains(file))
                .sorted()
                .map(file -> new Finding(place(home, file), "a table", "its contract in csv-metadata.json"));
        return Stream.concat(missing, unknown).toList();
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

    private static <T> List<Finding> all(List<T> tables, Function<T, List<Finding>> rule) {
        return tables.stream().flatMap(table -> rule.apply(table).stream()).toList();
    }

    private static void stopOn(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InputException(findings);
        }
    }
}
