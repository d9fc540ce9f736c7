package org.zhice.app.reading;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.zhice.loader.desk.Outcome;
import org.zhice.loader.desk.Outcome.What;
import org.zhice.loader.extract.rows.Extraction;

/** What is told of documents that were read, in the language of the user. */
public final class ExtractionWords {
    private static final int COUNTS = 5;

    private final ResourceBundle bundle;

    public ExtractionWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** What one document was taken for, how much of it was read, what was found, and where to look. */
    public String summary(Outcome outcome) {
        Extraction extraction = outcome.extraction().orElseThrow();
        return line(
                "extract.summary",
                kind(extraction),
                extraction.account().percentRead(),
                extraction.sections().size(),
                extraction.tasks().size(),
                extraction.responsibilities().size(),
                extraction.actions().size(),
                extraction.initiatives().size(),
                extraction.organisations().size(),
                extraction.figures().size(),
                extraction.doubts().size(),
                told(outcome));
    }

    private String kind(Extraction extraction) {
        String ground = extraction.kind().ground();
        String words = line("extract.kind." + extraction.kind().kind().name().toLowerCase(Locale.ROOT));
        return ground.isEmpty() ? words : line("extract.ground", words, ground);
    }

    /** A line for each document of which a part was not read that could have been a row. */
    public List<String> partial(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> outcome
                        .extraction()
                        .filter(extraction -> extraction.account().isPartial())
                        .map(extraction -> line(
                                "extract.partial",
                                outcome.file(),
                                extraction.account().lostPieces()))
                        .stream())
                .toList();
    }

    /** A head, and a line for each document. */
    public List<String> table(List<Outcome> outcomes) {
        int width = outcomes.stream()
                .mapToInt(outcome -> id(outcome).length())
                .max()
                .orElse(1);
        String form = "%-" + Math.max(width, 2) + "s %5s %6s %7s %8s %7s  %s";
        Stream<Object[]> head = Stream.<Object[]>of(line("extract.columns").split("\\|"));
        return Stream.concat(head, outcomes.stream().map(this::cells))
                .map(form::formatted)
                .toList();
    }

    private Object[] cells(Outcome outcome) {
        Stream<String> counts =
                outcome.extraction().map(ExtractionWords::counts).orElse(Stream.generate(() -> "–"));
        String where = outcome.what() == What.REFUSED ? told(outcome) : outcome.file() + " → " + told(outcome);
        return Stream.of(Stream.of(id(outcome)), counts.limit(COUNTS), Stream.of(where))
                .flatMap(cells -> cells)
                .toArray();
    }

    private static Stream<String> counts(Extraction read) {
        return Stream.of(
                read.account().percentRead() + "%",
                "" + read.tasks().size(),
                "" + read.responsibilities().size(),
                "" + read.figures().size(),
                "" + read.doubts().size());
    }

    /** How many documents came to what. */
    public String count(List<Outcome> outcomes) {
        return line(
                "extract.all",
                outcomes.size(),
                count(outcomes, What.READ),
                count(outcomes, What.AGAIN),
                count(outcomes, What.SAME),
                count(outcomes, What.KEPT),
                count(outcomes, What.REFUSED));
    }

    private static long count(List<Outcome> outcomes, What what) {
        return outcomes.stream().filter(outcome -> outcome.what() == what).count();
    }

    private static String id(Outcome outcome) {
        return outcome.extraction().map(Extraction::document).orElse("–");
    }

    /** The sheet to look at, or that there is nothing to look at. */
    private String told(Outcome outcome) {
        return switch (outcome.what()) {
            case SAME -> line("extract.same", outcome.out());
            case AGAIN -> line("extract.differs", outcome.out().resolve("differences.csv"), outcome.sheet());
            case KEPT -> line("extract.kept", outcome.out());
            case REFUSED -> outcome.refused().get(0).toString();
            case READ -> outcome.sheet().toString();
        };
    }

    private String line(String key, Object... values) {
        return bundle.getString(key).formatted(values);
    }
}
