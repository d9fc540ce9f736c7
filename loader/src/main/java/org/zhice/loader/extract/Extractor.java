package org.zhice.loader.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.figure.Figures;
import org.zhice.loader.extract.kind.DocumentKind;
import org.zhice.loader.extract.kind.Recognised;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;

/** Reads a plan: text in, rows with their evidence out. Touches no file; the same input gives the same rows. */
public final class Extractor {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final Lexicon lexicon;

    public Extractor(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Cleans a document with the words of the lexicon: the long part of a reading. */
    public CleanText clean(String text) {
        return CleanText.of(text, lexicon.words());
    }

    /**
     * Reads one document.
     *
     * @param hidden words outside the running text
     * @param id the document's id, such as {@code plan-2025}; its tasks are called {@code 2025-001} and so on
     * @return none if it has neither numbered tasks nor figures
     */
    public Optional<Extraction> find(CleanText clean, List<String> hidden, String id) {
        Recognised kind = kind(clean);
        Outline outline = Outline.of(clean, kind.kind().setsTasks());
        int year = year(id, clean);
        Figures figures = Figures.in(clean, id, year, lexicon.metrics(), lexicon.areas());
        if (outline.tasks().isEmpty() && figures.rows().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Reading(lexicon, id, year, clean).extraction(kind, outline, figures, hidden));
    }

    /**
     * Cleans and reads one document.
     *
     * @param text the document as it was copied
     * @param hidden as of {@link #find}
     * @param id as of {@link #find}
     * @param place what a refusal names: the document or its file
     * @throws InputException if the text is empty, no text, not Chinese, or there is nothing to read
     */
    public Extraction read(String text, List<String> hidden, String id, String place) {
        Legible.check(text, place);
        CleanText clean = clean(text);
        return find(clean, hidden, id).orElseThrow(() -> new InputException(List.of(nothingIn(clean, place))));
    }

    /** As {@link #read(String, List, String, String)}; nothing is hidden, and a refusal names the document. */
    public Extraction read(String text, String id) {
        return read(text, List.of(), id, id);
    }

    /** What is said of a document in which there is nothing to read: what it is, where that can be told. */
    public static Finding nothingIn(CleanText clean, String place) {
        Recognised kind = kind(clean);
        String expected = "a plan: tasks that end in （…负责）";
        return switch (kind.kind()) {
            case REPORT, BULLETIN, NEWS, OUTLINE ->
                new Finding(
                        Place.of(place), kind.words() + " without a figure", "a report: sentences that state figures");
            case REGULATION, SCHEME -> new Finding(Place.of(place), kind.words(), expected);
            default -> new Finding(Place.of(place), "no numbered task with a duty bracket", expected);
        };
    }

    /** What a document is: a plan also where its title does not say so but its numbers run on from chapter to chapter. */
    private static Recognised kind(CleanText clean) {
        Recognised kind = Recognised.in(clean.text());
        return kind.kind() == DocumentKind.OTHER && isNumberedThrough(clean)
                ? new Recognised(DocumentKind.PLAN, "")
                : kind;
    }

    /** Whether numbers run on from chapter to chapter, as only the tasks of a plan do. */
    private static boolean isNumberedThrough(CleanText clean) {
        int last = 0;
        boolean chapter = false;
        for (Marker marker : clean.markers()) {
            if (marker.level() == Marker.Level.ITEM) {
                if (chapter && last > 0 && marker.number() == last + 1) {
                    return true;
                }
                last = marker.number();
                chapter = false;
            } else {
                chapter |= marker.level().compareTo(Marker.Level.SECTION) < 0;
            }
        }
        return false;
    }

    /** In the id, else the first in the text, else in what was cut, as the line of the publisher is; 0 if nowhere. */
    private static int year(String id, CleanText clean) {
        return Stream.of(id, clean.text(), clean.original())
                .map(YEAR::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(year -> Integer.parseInt(year.group()))
                .orElse(0);
    }
}
