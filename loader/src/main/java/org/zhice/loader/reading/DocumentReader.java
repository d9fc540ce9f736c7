package org.zhice.loader.reading;

import java.util.List;
import java.util.Optional;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.tables.Tables;

/**
 * Reads documents with the names that the reviewed tables know, and gives what it read in the form of these tables.
 *
 * @param tables whose form the rows have
 * @param lexicon the names
 */
public record DocumentReader(Tables tables, Lexicon lexicon) {

    /** Knows what the tables know. */
    public static DocumentReader of(Tables tables) {
        return new DocumentReader(tables, LexiconReader.read(tables));
    }

    /** As {@link Extractor#clean}. */
    public CleanText clean(String text) {
        return new Extractor(lexicon).clean(text);
    }

    /** As {@link Extractor#find}; nothing is hidden. */
    public Optional<Extraction> find(CleanText text, String document) {
        return new Extractor(lexicon).find(text, List.of(), document);
    }

    /**
     * Cleans and reads one document.
     *
     * @param hidden words outside the running text
     * @param place what a refusal names
     * @throws org.zhice.loader.input.InputException as {@link Extractor#read}
     */
    public Extraction read(String text, List<String> hidden, String document, String place) {
        return new Extractor(lexicon).read(text, hidden, document, place);
    }

    /** As {@link #read(String, List, String, String)}; nothing is hidden. */
    public Extraction read(String text, String document, String place) {
        return read(text, List.of(), document, place);
    }

    /**
     * All rows of a reading and those of the entities that the tables do not have yet, in the order in which a person
     * would review them; tables without rows are among them.
     */
    public List<RowTable> rows(Extraction extraction) {
        return new RowTables(extraction, lexicon, tables).all();
    }
}
