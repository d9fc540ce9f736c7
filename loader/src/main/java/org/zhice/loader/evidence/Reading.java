package org.zhice.loader.evidence;

import java.util.List;
import java.util.Optional;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.Home;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.reading.RowTable;
import org.zhice.loader.tables.Table;
import org.zhice.loader.text.AddedText;
import org.zhice.loader.text.Apart;
import org.zhice.loader.text.Texts;

/**
 * An added text and what the rules read in it.
 *
 * @param original its decoded characters
 * @param clean these, repaired
 * @param known whether the tables have its document
 * @param extraction empty where the rules find nothing to read
 * @param rows of the extraction, in the form of the reviewed tables
 * @param refusal why nothing was read, else empty
 */
record Reading(
        AddedText added,
        String original,
        CleanText clean,
        boolean known,
        Optional<Extraction> extraction,
        List<RowTable> rows,
        String refusal) {

    /** Reads all added texts of a checkout, sorted by document. */
    static List<Reading> all(Home home, Reviewed tables) {
        try (Apart apart = new Apart()) {
            return Texts.of(home).list().stream()
                    .map(text -> of(text, tables.reader(), apart))
                    .toList();
        }
    }

    /** Reads one added text. */
    static Reading of(AddedText text, DocumentReader reader, Apart apart) {
        String original = text.text(apart);
        Table documents = reader.tables().table("document");
        boolean known = documents.rows().stream()
                .anyMatch(row -> documents.cell(row, "id").equals(text.document()));
        CleanText clean = reader.clean(original);
        Optional<Extraction> extraction = reader.find(clean, text.document());
        List<RowTable> rows = extraction.map(reader::rows).orElse(List.of());
        String refusal = extraction.isPresent()
                ? ""
                : Extractor.nothingIn(clean, text.document()).toString();
        return new Reading(text, original, clean, known, extraction, rows, refusal);
    }

    String document() {
        return added.document();
    }
}
