package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.place.Places;
import org.zhice.loader.extract.place.Places.Listed;
import org.zhice.loader.extract.place.Where;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Lexicon.Metric;

/** Takes figures, makes rows of them, and doubts. */
final class Sink {
    private final String document;
    private final CleanText clean;
    private final MetricNames metrics;
    private final List<FigureRow> rows = new ArrayList<>();
    private final List<Report> doubts = new ArrayList<>();
    private final Places places;
    private final Set<String> strange = new HashSet<>();

    Sink(String document, CleanText clean, MetricNames metrics, Places places) {
        this.document = document;
        this.clean = clean;
        this.metrics = metrics;
        this.places = places;
    }

    List<FigureRow> rows() {
        return rows;
    }

    List<Report> doubts() {
        return doubts;
    }

    /** Of which place a statement is; those of a document are asked for in their order. */
    Where where(int sentence, int number) {
        return places.of(sentence, number);
    }

    Optional<Listed> listed(String words) {
        return places.listed(words);
    }

    /** Where a character of the clean text stands in the original. */
    int original(int at) {
        return clean.passage(at, at + 1).start();
    }

    Metric metric(String noun, String context, String unit) {
        return metrics.of(noun, context, unit);
    }

    /** Takes a figure of the text. */
    void add(Figure figure) {
        add(figure, clean.passage(figure.clause(), figure.quantity().end()));
    }

    /** Takes a value of a table. */
    void table(IndicatorColumn.Value value, String original) {
        Passage passage = passage(original, value.start(), value.end());
        Metric metric = metric(value.noun(), value.noun(), value.measured().unit());
        add(value.figure(metric, paragraph(passage.start()), places.named(value.place())), passage);
    }

    private void add(Figure figure, Passage passage) {
        rows.add(figure.row(document, passage));
        if (figure.metric() == null) {
            doubt(passage, "unknown metric", figure.noun() + " " + figure.printed(), "a row in metric.csv");
        }
        if (figure.isUpperBound()) {
            doubt(passage, "an upper bound", figure.printed(), "a bound of the tables");
        }
        if (figure.where().place() == null) {
            doubt(passage, "a figure of a place", passage.quote(), "an area of area.csv");
        } else if (figure.where().isNew() && strange.add(figure.where().place().name())) {
            doubt(passage, "a figure of a place", figure.where().place().name(), "an area of area.csv");
        }
        if (figure.quantity().unit().kind() == Unit.Kind.UNNAMED) {
            doubt(passage, "an unknown unit", figure.printed(), "a unit of units.tsv");
        }
        if (!figure.doubt().isEmpty()) {
            doubt(passage, figure.doubt(), figure.printed(), "a printed year");
        }
    }

    /** The doubt about a number in words that may count something. */
    void inWords(int from, int to) {
        Passage passage = clean.passage(from, to);
        doubt(passage, "a number in words", passage.quote(), "a figure, if something is counted");
    }

    private void doubt(Passage passage, String what, String found, String expected) {
        doubts.add(new Report(document + ":" + passage.start(), what, found, expected));
    }

    /** The doubt about a row that does not fit its table. */
    void misfit(IndicatorColumn.Value row, String original) {
        Passage passage = passage(original, row.start(), row.end());
        doubt(passage, "row that does not fit its table", passage.quote(), "a value for each column");
    }

    private static Passage passage(String original, int from, int to) {
        int start = original.codePointCount(0, from);
        return new Passage(start, start + original.codePointCount(from, to), original.substring(from, to));
    }

    /** The paragraph of the clean text that holds a place of the original, or the last before it. */
    private int paragraph(int place) {
        String text = clean.text();
        int paragraph = 0;
        for (int from = 0; from < text.length() && original(from) <= place; paragraph++) {
            int end = text.indexOf('\n', from);
            from = end < 0 ? text.length() : end + 1;
        }
        return Math.max(1, paragraph);
    }
}
