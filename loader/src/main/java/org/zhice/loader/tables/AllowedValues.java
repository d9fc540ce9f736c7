package org.zhice.loader.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;

/** Names in findings the values of the reviewed tables that a cell may have: once for each table, and not of a long one. */
final class AllowedValues {
    private static final Pattern REFERENCE =
            Pattern.compile("a value of column (?<column>\\w+) in (?<table>\\w+)\\.csv");
    private static final int MOST = 100;

    private final Home home;

    AllowedValues(Home home) {
        this.home = home;
    }

    List<Finding> named(List<Finding> findings) {
        Set<String> told = new HashSet<>();
        List<Finding> named = new ArrayList<>();
        for (Finding finding : findings) {
            Matcher reference = REFERENCE.matcher(finding.expected());
            boolean first = reference.matches() && told.add(finding.expected());
            named.add(first ? named(finding, reference.group("table"), reference.group("column")) : finding);
        }
        return named;
    }

    private Finding named(Finding finding, String table, String column) {
        List<String> values = values(table, column);
        return values.isEmpty() || values.size() > MOST
                ? finding
                : new Finding(
                        finding.place(), finding.found(), finding.expected() + ": one of " + String.join(", ", values));
    }

    private List<String> values(String table, String column) {
        return Tables.contracts(home, home.tables()).stream()
                .filter(contract -> contract.name().equals(table))
                .flatMap(contract -> {
                    Path file = home.tables().resolve(contract.file());
                    Table read = TableReader.read(file, home.name(file), contract, wrong -> {});
                    return read.rows().stream().map(row -> read.cell(row, column));
                })
                .collect(Collectors.toList());
    }
}
