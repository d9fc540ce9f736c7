package org.zhice.loader.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;

/**
 * A reference annotation of a plan, made by hand: tab-separated, one row a task, a header with at least {@code number};
 * items of a cell are separated by semicolons, and nothing is quoted.
 */
record Gold(Path file, List<String> header, List<List<String>> rows) {

    /** @throws InputException if it is missing, not UTF-8, has no column number, or a row of another width */
    static Gold read(Path file) {
        List<List<String>> lines =
                lines(file).stream().map(line -> List.of(line.split("\t", -1))).toList();
        if (lines.size() < 2 || !lines.get(0).contains("number")) {
            throw new InputException(
                    Place.of(file.toString(), 1), "no column number, or no row", "an annotation: one row a task");
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).size() != lines.get(0).size()) {
                String found = lines.get(i).size() + " cells";
                throw new InputException(
                        Place.of(file.toString(), i + 1), found, lines.get(0).size() + " cells");
            }
        }
        return new Gold(file, lines.get(0), lines.subList(1, lines.size()));
    }

    /** Whether all of some columns are there. */
    boolean has(List<String> columns) {
        return header.containsAll(columns);
    }

    /** The rows with their cells by column. */
    Stream<Map<String, String>> tasks() {
        return rows.stream().map(row -> {
            Map<String, String> cells = new HashMap<>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(header.get(i), row.get(i));
            }
            return cells;
        });
    }

    static List<String> items(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";", -1));
    }

    private static List<String> lines(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new InputException(file.toString(), "no file", "an annotation: one row a task");
            }
            return Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new InputException(file.toString(), "bytes that are not UTF-8", "UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
