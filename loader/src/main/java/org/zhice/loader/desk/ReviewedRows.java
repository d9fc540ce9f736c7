package org.zhice.loader.desk;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.InputFiles;
import org.zhice.store.plain.Utf8;

/** The tables of a folder that a person reviews, as they stand now. */
final class ReviewedRows {
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private ReviewedRows() {}

    /**
     * The rows of a table by column; none if it is missing.
     *
     * @throws InputException if the file is no CSV in UTF-8
     */
    static List<Map<String, String>> of(Path folder, String table) {
        Path file = folder.resolve(table + ".csv");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Utf8 utf8 = Utf8.of(InputFiles.bytes(file, file.toString()));
        utf8.damage().ifPresent(damage -> {
            throw new InputException(file.toString(), damage.found(), "UTF-8");
        });
        try {
            return CSV.parse(new StringReader(utf8.text())).stream()
                    .map(CSVRecord::toMap)
                    .toList();
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new InputException(file.toString(), "what is no CSV (" + e.getMessage() + ")", "the rows of a table");
        }
    }

    /** The id of the document whose rows a folder holds. */
    static Optional<String> document(Path folder) {
        return of(folder, "document").stream()
                .map(row -> row.getOrDefault("id", ""))
                .filter(id -> !id.isEmpty())
                .findFirst();
    }
}
