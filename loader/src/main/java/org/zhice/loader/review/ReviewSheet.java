package org.zhice.loader.review;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.zhice.loader.extract.account.Account;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.FreshFolder;
import org.zhice.loader.reading.RowTable;

/**
 * The folder that a person reviews: the rows of a reading as tables, and {@code review.html}, which shows the whole text
 * of the document with the rows that were read from it beside each part.
 */
public final class ReviewSheet {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, ReviewSheet.class.getClassLoader(), ReviewSheet.class.getPackageName());

    private ReviewSheet() {}

    /**
     * What the sheet shows.
     *
     * @param parts made as they are written, since a long document has very many
     * @param rows how many were read
     * @param doubts the worst first
     * @param damages what was repaired or cut
     * @param account what became of each character
     */
    record Model(
            String document,
            Iterable<Part> parts,
            int rows,
            List<DoubtGroup> doubts,
            Damages damages,
            Account account) {
        /** Whether the row is to be looked at first. */
        static boolean isLow(Part.Read row) {
            return row.evidence().confidence() < 0.8;
        }

        /** As the tables print it: without a zero at the end. */
        static String confidence(Part.Read row) {
            return BigDecimal.valueOf(row.evidence().confidence())
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /**
     * Writes tables and sheet.
     *
     * @param tables the rows of the extraction
     * @param text the document as it was read, before cleaning
     * @param folder made if it does not exist
     * @throws org.zhice.loader.input.InputException if the folder holds anything
     */
    public static void write(Extraction extraction, List<RowTable> tables, String text, Path folder) {
        FreshFolder.require("--out", folder);
        ExtractionWriter.write(extraction, tables, text, folder);
        List<Part.Read> rows = Part.rows(tables);
        Model model = new Model(
                extraction.document(),
                () -> Part.of(text, rows, extraction.account()).iterator(),
                rows.size(),
                DoubtGroup.of(extraction.doubts(), Part.starts(text, rows)),
                Damages.of(extraction.damages()),
                extraction.account());
        try (Writer file = Files.newBufferedWriter(folder.resolve("review.html"), StandardOpenOption.CREATE_NEW)) {
            ENGINE.render("review.jte", model, new WriterOutput(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
