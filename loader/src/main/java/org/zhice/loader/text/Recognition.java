package org.zhice.loader.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.rows.Extraction;

/**
 * Which of the known documents a text is a copy of: the one whose title and year stand near its beginning. Where titles
 * of several stand there, the number of tasks decides; where none does, since copies often lack the title, a document
 * with as many tasks and with most of the headings is taken.
 */
final class Recognition {
    /** In characters; a web page may print menus before the document. */
    private static final int BEGINNING = 10_000;

    /** After the name of a place or its government stands the title of a local document that copies the national one. */
    private static final String NOT_LOCAL = "(?<![省市区县州盟厅局])";

    /** Between the characters of a title: signs, blanks, line ends, and particles that quotations add. */
    private static final String BETWEEN = "(?:[^\\p{L}\\p{N}]|[上的])*";

    private final List<KnownDocument> documents;

    Recognition(List<KnownDocument> documents) {
        this.documents = documents;
    }

    /**
     * The document, or none if no known one or more than one fits.
     *
     * @param text cleaned
     * @param plan how the text reads as a plan; asked only if the title does not tell
     */
    Optional<KnownDocument> document(String text, Supplier<Optional<Extraction>> plan) {
        String beginning = text.substring(0, Math.min(BEGINNING, text.length()));
        List<KnownDocument> titled = documents.stream()
                .filter(document -> beginning.contains(document.year()))
                .filter(document -> title(document.title()).matcher(beginning).find())
                .toList();
        if (titled.size() == 1) {
            return Optional.of(titled.get(0));
        }
        return plan.get().flatMap(read -> titled.isEmpty() ? byHeadings(read) : only(titled, hasTasksOf(read)));
    }

    private static Pattern title(String title) {
        String letters = title.replaceAll("[（(][^（）()]*[）)]$", "").replaceAll("[^\\p{L}\\p{N}]", "");
        return Pattern.compile(
                letters.codePoints().mapToObj(Character::toString).collect(Collectors.joining(BETWEEN, NOT_LOCAL, "")));
    }

    private Optional<KnownDocument> byHeadings(Extraction read) {
        Set<String> headings =
                read.sections().stream().map(Extraction.Section::titleZh).collect(Collectors.toSet());
        return only(documents, hasTasksOf(read).and(document -> document.hasMostOf(headings)));
    }

    private static Predicate<KnownDocument> hasTasksOf(Extraction read) {
        return document -> document.tasks() == read.tasks().size();
    }

    private static Optional<KnownDocument> only(List<KnownDocument> documents, Predicate<KnownDocument> fits) {
        List<KnownDocument> fitting = documents.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}
