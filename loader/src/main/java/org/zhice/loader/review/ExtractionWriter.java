package org.zhice.loader.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.reading.RowTable;

/**
 * Writes an extraction as tables to review: the files of {@code data/tables} with the same headers, {@code evidence.csv}
 * with rule, confidence and place of each row, {@code damage.csv}, and {@code report.csv} with the doubts and all else that
 * was not read. What only a person can write, such as titles in our own words, is left empty.
 */
final class ExtractionWriter {
    private static final CSVFormat TABLE = CSVFormat.RFC4180;

    private ExtractionWriter() {}

    /**
     * Writes all files, none of which may be there.
     *
     * @param tables the rows of the extraction
     * @param text the document as it was copied
     * @param folder made if it does not exist
     */
    static void write(Extraction extraction, List<RowTable> tables, String text, Path folder) {
        try {
            Files.createDirectories(folder);
            for (RowTable table : tables) {
                write(
                        folder.resolve(table.name() + ".csv"),
                        table.header(),
                        table.rows().stream()
                                .map(row -> List.copyOf(table.cells(row).values())));
            }
            write(
                    folder.resolve("evidence.csv"),
                    List.of("table", "key", "rule", "confidence", "start", "end", "quote"),
                    tables.stream().flatMap(ExtractionWriter::evidence));
            write(
                    folder.resolve("damage.csv"),
                    List.of("kind", "start", "end", "found", "repaired"),
                    extraction.damages().stream().map(ExtractionWriter::damage));
            write(
                    folder.resolve("report.csv"),
                    List.of("place", "what", "found", "expected"),
                    Stream.concat(
                            extraction.doubts().stream()
                                    .map(row -> List.of(row.place(), row.what(), row.found(), row.expected())),
                            unread(extraction, text.codePoints().toArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<List<?>> evidence(RowTable table) {
        return table.rows().stream()
                .flatMap(row -> row.evidence().stream().map(grounds -> {
                    Passage passage = grounds.passage();
                    return List.of(
                            table.name(),
                            row.key(),
                            grounds.rule(),
                            grounds.confidence(),
                            passage.start(),
                            passage.end(),
                            passage.quote());
                }));
    }

    /** What was not read and is no doubt. */
    private static Stream<List<?>> unread(Extraction extraction, int[] points) {
        return extraction
                .account()
                .unreadStretches()
                .filter(stretch -> stretch.holds().isEmpty())
                .map(stretch -> List.of(
                        extraction.document() + ":" + stretch.start(),
                        "not read",
                        new String(points, stretch.start(), stretch.end() - stretch.start()).strip(),
                        ""));
    }

    private static List<?> damage(Damage row) {
        String kind = row.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return List.of(kind, row.start(), row.end(), row.found(), row.repaired());
    }

    private static void write(Path path, List<String> header, Stream<? extends List<?>> rows) throws IOException {
        try (Writer file = Files.newBufferedWriter(path, StandardOpenOption.CREATE_NEW)) {
            file.write(TABLE.format(header.toArray()) + "\n");
            for (List<?> row : rows.toList()) {
                file.write(TABLE.format(row.toArray()) + "\n");
            }
        }
    }
}
