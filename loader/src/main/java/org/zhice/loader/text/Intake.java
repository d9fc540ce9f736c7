package org.zhice.loader.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.TimeLimit;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.tables.Tables;

/** Adds files to the texts of a checkout: reads them, recognises their documents, refuses what is of no use. */
public final class Intake {
    private static final String PLAN = "plan-";

    private final Texts texts;
    private final List<KnownDocument> documents;
    private final DocumentReader reader;

    private Intake(Texts texts, List<KnownDocument> documents, DocumentReader reader) {
        this.texts = texts;
        this.documents = documents;
        this.reader = reader;
    }

    /**
     * Reads what the tables know of documents.
     *
     * @throws InputException if a table breaks its contract
     */
    public static Intake of(Home home) {
        Tables tables = Tables.read(home);
        return new Intake(Texts.of(home), KnownDocument.of(tables), DocumentReader.of(tables));
    }

    /**
     * What became of a file.
     *
     * @param document id of the document that it is a copy of
     * @param tasks as many as were read in it; 0 in a document that is no plan
     * @param expectedTasks as many as the tables say the document has; 0 if they do not say
     * @param hidden as {@link SourceFile#hidden()}
     */
    public record Added(String document, Texts.Outcome outcome, int tasks, int expectedTasks, List<String> hidden) {}

    /**
     * Adds a file.
     *
     * @param id of the document; if empty, it is recognised
     * @param replace whether another text of the document gives way
     * @throws InputException if the file cannot be read, is of no known document, is a plan without duties, takes too
     *     long to read, or is another copy of a document and not to replace the first
     */
    public Added add(Path file, Optional<String> id, boolean replace) {
        SourceFile source = SourceFile.read(file);
        Read read = TimeLimit.within(source.path().toString(), () -> read(source, id));
        Texts.Outcome outcome = texts.add(source, read.document(), replace);
        int expected = known(read.document()).map(KnownDocument::tasks).orElse(0);
        return new Added(read.document(), outcome, read.tasks(), expected, source.hidden());
    }

    private record Read(String document, int tasks) {}

    private Read read(SourceFile source, Optional<String> id) {
        String place = source.path().toString();
        CleanText text = reader.clean(source.text());
        String document = id.orElseGet(() -> recognised(text, place));
        boolean plan = known(document).map(KnownDocument::isPlan).orElse(document.startsWith(PLAN));
        return new Read(document, plan ? tasks(text, document, place) : 0);
    }

    private int tasks(CleanText text, String document, String place) {
        return reader.find(text, document)
                .orElseThrow(() -> new InputException(List.of(Extractor.nothingIn(text, place))))
                .tasks()
                .size();
    }

    /** Whether the tables know a document. */
    public boolean knows(String document) {
        return known(document).isPresent();
    }

    private Optional<KnownDocument> known(String id) {
        return documents.stream().filter(document -> document.id().equals(id)).findFirst();
    }

    private String recognised(CleanText text, String place) {
        return new Recognition(documents)
                .document(text.text(), () -> reader.find(text, "plan"))
                .map(KnownDocument::id)
                .orElseThrow(() -> new InputException(
                        place,
                        "no title and no number of tasks of exactly one known document",
                        "a copy of one of "
                                + documents.stream().map(KnownDocument::id).collect(Collectors.joining(", "))
                                + "; or say which document it is with --id"));
    }
}
