package org.zhice.loader.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * A cell, or a row, in which a new reading differs from the reviewed rows.
 *
 * @param key by which the row is found in its table
 * @param column empty where the whole row is on one side only
 * @param reviewed what stands in the reviewed rows; empty if they have no such row
 * @param read what was read now; empty if no such row was
 */
record Difference(String table, String key, String column, String reviewed, String read) {

    /** Writes differences as CSV. */
    static void write(List<Difference> differences, Path file) {
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            out.write("table,key,column,reviewed,read\n");
            for (Difference one : differences) {
                out.write(CSVFormat.RFC4180.format(one.table, one.key, one.column, one.reviewed, one.read) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
