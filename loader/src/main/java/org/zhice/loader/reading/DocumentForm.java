package org.zhice.loader.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.Section;
import org.zhice.loader.extract.rows.Extraction.TaskRow;
import org.zhice.loader.extract.rows.Frame;
import org.zhice.loader.extract.rows.Frame.Stated;
import org.zhice.loader.reading.RowTable.Row;

/** The row of the document itself, and what is proposed for the ledger of coverage. */
final class DocumentForm {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private DocumentForm() {}

    /**
     * The row of the document, proposed from its frame.
     *
     * @param agency the id of a body by its printed name
     * @param series the id of the series of a plan by its title
     */
    static Row document(Extraction extraction, Function<String, String> agency, Function<String, String> series) {
        Frame frame = extraction.frame();
        boolean tasks = !extraction.tasks().isEmpty();
        Map<String, String> cells = new HashMap<>(Map.of(
                "id", extraction.document(),
                "kind", kind(extraction),
                "year", year(extraction),
                "title_zh", value(frame.title()),
                "issuer", frame.issuer().map(Stated::value).map(agency).orElse(""),
                "doc_number", value(frame.number()),
                "issued", value(frame.issued()),
                "series", tasks ? frame.title().map(Stated::value).map(series).orElse("") : "",
                "task_count",
                        tasks && isWhole(extraction)
                                ? String.valueOf(extraction.tasks().size())
                                : ""));
        return new Row(extraction.document(), cells, frame.title().map(Stated::evidence));
    }

    private static String kind(Extraction extraction) {
        return switch (extraction.kind().kind()) {
            case SCHEME, OUTLINE -> extraction.tasks().isEmpty() ? "scheme" : "plan";
            default -> extraction.tasks().isEmpty() ? "report" : "plan";
        };
    }

    /** A title as the next year's document of the series would have it. */
    static String withoutYear(String title) {
        return title.replaceAll("(?:19|20)\\d\\d ?年?度?", "");
    }

    private static String value(Optional<Stated> stated) {
        return stated.map(Stated::value).orElse("");
    }

    /** The year in the id, else in the title, the number or the day of issue. */
    static String year(Extraction extraction) {
        Frame frame = extraction.frame();
        return Stream.of(extraction.document(), value(frame.title()), value(frame.number()), value(frame.issued()))
                .map(YEAR::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(Matcher::group)
                .orElse("");
    }

    /**
     * How many tasks, chapters and sections the text has and how many of them were read. Of a text that is not whole nobody
     * can tell how many there are: a person counts them in the document and says what is left out, or no question takes what
     * was not read for not said.
     */
    static List<Row> coverage(Extraction extraction) {
        if (extraction.tasks().isEmpty()) {
            return List.of();
        }
        long chapters = extraction.sections().stream()
                .filter(row -> row.parent().isEmpty())
                .count();
        long sections = extraction.sections().size() - chapters;
        return Stream.of(
                        row(extraction, "chapter", chapters),
                        row(extraction, "section", sections),
                        row(extraction, "task", extraction.tasks().size()))
                .filter(row -> !row.cells().get("covered").equals("0"))
                .toList();
    }

    private static Row row(Extraction extraction, String unit, long covered) {
        String document = extraction.document();
        Map<String, String> cells =
                new HashMap<>(Map.of("document", document, "unit", unit, "covered", String.valueOf(covered)));
        if (isWhole(extraction)) {
            cells.put("total", String.valueOf(covered));
            cells.put("left_out", "0");
        }
        return new Row(document + "/" + unit, cells, Optional.empty());
    }

    /** Whether it ends in the end of a sentence and none of its numbers is missing. */
    private static boolean isWhole(Extraction extraction) {
        List<Integer> numbers = extraction.tasks().stream().map(TaskRow::number).toList();
        boolean runsOn = numbers.stream().distinct().count() < numbers.size()
                || numbers.stream().mapToInt(number -> number).max().orElse(0) == numbers.size();
        List<Integer> chapters = extraction.sections().stream()
                .filter(section -> section.parent().isEmpty())
                .map(Section::ordinal)
                .toList();
        return extraction.frame().brokenOff().isEmpty()
                && runsOn
                && chapters.stream().mapToInt(ordinal -> ordinal).max().orElse(0) == chapters.size();
    }
}
