package org.zhice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.query.publish.QueryExport;
import org.zhice.store.Release;

/**
 * The value of {@code --export}: a folder with the saved queries for other tools, {@code grlc/} and {@code wikidata/}.
 *
 * @param folder made if missing; holds nothing
 * @param release lists the values that parameters may take
 * @param endpoint what the files name as the endpoint; null for the one that {@code zhice serve} opens
 */
record ExportFolder(Path folder, Release release, String endpoint) {
    private static final String OURS = "http://localhost:3330/sparql";

    void write(SavedQueries queries) {
        for (SavedQuery query : queries.all()) {
            QueryExport export = new QueryExport(query, release);
            write("grlc", query, export.grlc(endpoint == null ? OURS : endpoint));
            write("wikidata", query, export.wikidata());
        }
    }

    private void write(String form, SavedQuery query, String text) {
        try {
            Path file = folder.resolve(form).resolve(query.id() + ".rq");
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be written", e);
        }
    }
}
