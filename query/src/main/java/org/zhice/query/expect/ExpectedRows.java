package org.zhice.query.expect;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.sparql.core.Var;
import org.zhice.store.Result;

/**
 * Rows worked out beforehand. Columns that are not among them may hold anything.
 *
 * @param columns the columns that are compared
 * @param rows the cells, in the order of the columns
 * @param all whether these are all rows, in their order, or only some of them
 */
record ExpectedRows(List<String> columns, List<List<String>> rows, boolean all) implements Expectation {
    private static final int SHOWN = 3;
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static ExpectedRows of(String csv, boolean all) {
        try (CSVParser parser = CSV.parse(new StringReader(csv))) {
            List<List<String>> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (!row.isConsistent()) {
                    throw new IllegalArgumentException("row " + row.getRecordNumber() + " has " + row.size()
                            + " cells, not " + parser.getHeaderNames().size());
                }
                rows.add(row.toList());
            }
            if (rows.isEmpty()) {
                throw new IllegalArgumentException("there are no rows; say \"empty\" if none is expected");
            }
            return new ExpectedRows(parser.getHeaderNames(), rows, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void requireColumns(List<String> known) {
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new IllegalArgumentException("the query has no column ?" + column);
            }
        }
    }

    @Override
    public Optional<String> renewed(Result answer) {
        if (!all || answer.rows().isEmpty()) {
            return Optional.empty();
        }
        Stream<String> lines = Stream.concat(
                Stream.of(CSVFormat.RFC4180.format(columns.toArray())),
                found(answer).stream().map(row -> CSVFormat.RFC4180.format(row.toArray())));
        return Optional.of(lines.collect(Collectors.joining("\n", "", "\n")));
    }

    private List<List<Cell>> found(Result answer) {
        return answer.rows().stream()
                .map(row -> columns.stream()
                        .map(column -> Cell.of(row.get(Var.alloc(column))))
                        .toList())
                .toList();
    }

    @Override
    public Optional<Difference> judge(Result answer) {
        List<List<Cell>> found = found(answer);
        List<List<Cell>> unexpected = new ArrayList<>(found);
        List<List<String>> missing = new ArrayList<>();
        for (List<String> row : rows) {
            IntStream.range(0, unexpected.size())
                    .filter(i -> matches(unexpected.get(i), row))
                    .findFirst()
                    .ifPresentOrElse(unexpected::remove, () -> missing.add(row));
        }
        if (missing.isEmpty() && (!all || unexpected.isEmpty())) {
            return all ? order(found) : Optional.empty();
        }
        return Optional.of(new Difference(
                found.size() + " rows" + (all ? shown(", among them ", unexpected) : ""),
                (all ? "" : "among them ") + rows.size() + " rows" + shown(", of which are missing ", missing)));
    }

    private Optional<Difference> order(List<List<Cell>> found) {
        return IntStream.range(0, rows.size())
                .filter(i -> !matches(found.get(i), rows.get(i)))
                .mapToObj(i -> new Difference("row " + (i + 1) + " is " + found.get(i), "there " + rows.get(i)))
                .findFirst();
    }

    private static boolean matches(List<Cell> found, List<String> expected) {
        return IntStream.range(0, expected.size()).allMatch(i -> found.get(i).matches(expected.get(i)));
    }

    private static String shown(String lead, List<? extends List<?>> rows) {
        return rows.isEmpty()
                ? ""
                : lead
                        + rows.stream().limit(SHOWN).map(List::toString).collect(Collectors.joining(" "))
                        + (rows.size() > SHOWN ? " … (" + rows.size() + ")" : "");
    }
}
