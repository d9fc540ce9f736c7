package org.zhice.loader.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonException;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;

/**
 * The added texts of a checkout, one of each document: a folder for each below {@code data/texts}, which holds the
 * original bytes and {@code text.json} with what is known of them. A folder whose name begins with a dot is one that was
 * being written or deleted when the program stopped, and is no text.
 */
public final class Texts {
    /** What an id looks like. */
    public static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final String FACTS = "text.json";

    /** What adding has done. */
    public enum Outcome {
        ADDED,
        REPLACED,
        SAME
    }

    private final Path folder;

    private Texts(Path folder) {
        this.folder = folder;
    }

    public static Texts of(Home home) {
        return new Texts(home.texts());
    }

    /**
     * All added texts by the id of their document.
     *
     * @throws InputException if a folder is not as {@link #add} leaves it
     */
    public List<AddedText> list() {
        return documents().stream()
                .map(document -> read(folder.resolve(document)))
                .toList();
    }

    /** The ids of the documents that have an added text, sorted. */
    public List<String> documents() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory)
                    .map(text -> text.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The added text of a document. */
    public Optional<AddedText> find(String document) {
        Path text = folder.resolve(checked(document));
        return Files.isDirectory(text) ? Optional.of(read(text)) : Optional.empty();
    }

    /**
     * Keeps a copy of a file as the text of a document. Either all of it is kept or nothing is changed.
     *
     * @param replace whether another text of the document gives way
     * @throws InputException if the id is none, or there is another text and it is not to be replaced
     */
    public Outcome add(SourceFile file, String document, boolean replace) {
        Optional<AddedText> old = find(document);
        if (old.isPresent() && old.get().sha256().equals(file.sha256())) {
            return Outcome.SAME;
        }
        if (old.isPresent() && !replace) {
            throw new InputException(
                    file.path().toString(),
                    "another copy of %s (SHA-256 %s)".formatted(document, file.sha256()),
                    "the one that was added (SHA-256 %s), or --replace"
                            .formatted(old.get().sha256()));
        }
        try {
            Files.createDirectories(folder);
            Path made = Files.createTempDirectory(folder, ".");
            write(file, document, made);
            delete(document);
            Files.move(made, folder.resolve(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return old.isPresent() ? Outcome.REPLACED : Outcome.ADDED;
    }

    /**
     * Deletes the text of a document.
     *
     * @throws InputException if there is none
     */
    public void remove(String document) {
        if (find(document).isEmpty()) {
            List<String> there = list().stream().map(AddedText::document).toList();
            throw new InputException(
                    folder.toString(),
                    "no text of \"" + document + "\"",
                    there.isEmpty() ? "an added text; there is none" : "one of " + String.join(", ", there));
        }
        try {
            delete(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Out of sight in one step, then deleted. */
    private void delete(String document) throws IOException {
        Path text = folder.resolve(document);
        if (Files.isDirectory(text)) {
            Path old = Files.createTempDirectory(folder, ".");
            Files.move(text, old.resolve(document));
            FileUtils.deleteDirectory(old.toFile());
        }
    }

    private static void write(SourceFile file, String document, Path to) throws IOException {
        String original = "original" + file.extension();
        file.copyTo(to.resolve(original));
        JsonObject facts = new JsonObject();
        facts.put("document", document);
        facts.put("file", original);
        facts.put("name", file.path().getFileName().toString());
        facts.put("sha256", file.sha256());
        facts.put("mediaType", file.mediaType());
        facts.put("charset", file.charset());
        facts.put("added", LocalDate.now(ZoneId.systemDefault()).toString());
        Files.writeString(to.resolve(FACTS), facts + "\n");
    }

    private static AddedText read(Path text) {
        Path facts = text.resolve(FACTS);
        try {
            JsonObject json = JSON.parse(Files.readString(facts));
            return new AddedText(
                    text.getFileName().toString(),
                    text.resolve(fact(json, "file")),
                    fact(json, "name"),
                    fact(json, "sha256"),
                    fact(json, "mediaType"),
                    fact(json, "charset"),
                    LocalDate.parse(fact(json, "added")));
        } catch (IOException | JsonException | DateTimeParseException e) {
            throw new InputException(
                    facts.toString(), "no facts of an added text", "the file that adding wrote; remove the folder");
        }
    }

    private static String fact(JsonObject json, String name) {
        if (!json.hasKey(name) || !json.get(name).isString()) {
            throw new JsonException("no " + name);
        }
        return json.getString(name);
    }

    /**
     * The id of a document as it may stand in the tables.
     *
     * @throws InputException if it is none
     */
    public static String checked(String document) {
        if (!ID.matcher(document).matches()) {
            throw new InputException("--id", "\"" + document + "\"", "an id such as plan-2025: a-z, 0-9 and -");
        }
        return document;
    }
}
