package org.zhice.loader.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ActionRow;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.InitiativeRow;
import org.zhice.loader.extract.rows.Extraction.OrganisationRow;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Extraction.Section;
import org.zhice.loader.extract.rows.Extraction.TaskRow;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.reading.RowTable.Row;

/** An extraction in the form of the reviewed tables, with rows for the entities that they do not have yet. */
final class RowTables {
    private static final Pattern EDITION = Pattern.compile("campaign/(?<id>(?<series>.*)-(?<year>\\d{4}))");

    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final Extraction extraction;
    private final Lexicon lexicon;
    private final Newcomers newcomers = new Newcomers();

    private RowTables(Extraction extraction, Lexicon lexicon) {
        this.extraction = extraction;
        this.lexicon = lexicon;
    }

    /** The tables in the order in which a person would review them, also those without rows. */
    static List<RowTable> of(Extraction extraction, Lexicon lexicon) {
        return new RowTables(extraction, lexicon).all();
    }

    private List<RowTable> all() {
        List<RowTable> found = List.of(
                table("section", "id,document,parent,ordinal,title_zh,title_en", extraction.sections(), this::row),
                table(
                        "task",
                        "id,document,number,section,title_zh,title_en,duty_mode,open_ended",
                        extraction.tasks(),
                        this::row),
                table(
                        "task_topic",
                        "task,topic",
                        extraction.tasks(),
                        task -> row(task.id(), task.evidence(), task.id(), "")),
                table(
                        "responsibility",
                        "task,position,agency,printed_name,role,role_basis",
                        extraction.responsibilities(),
                        this::row),
                table(
                        "legislative_action",
                        "task,ordinal,instrument,action,commitment,verb_phrase,quoted,scope",
                        extraction.actions(),
                        this::row),
                table("task_initiative", "task,initiative,relation,printed_name", initiatives(), this::row),
                table("task_organisation", "task,organisation,printed_name", extraction.organisations(), this::row),
                table(
                        "observation",
                        "id,metric,document,paragraph,printed_value,value,unit,resolution,bound,statistic,"
                                + "period_start,period_end,area,counter_word,comparability_key",
                        figures(false),
                        this::observation),
                table(
                        "target",
                        "id,metric,document,paragraph,printed_value,value,unit,resolution,bound,statistic,"
                                + "period_end,area,counter_word",
                        figures(true),
                        this::target));
        return Stream.of(List.of(document()), fresh(), found)
                .flatMap(List::stream)
                .toList();
    }

    private RowTable document() {
        Matcher year = YEAR.matcher(extraction.document());
        String kind = extraction.tasks().isEmpty() ? "report" : "plan";
        String count = extraction.tasks().isEmpty()
                ? ""
                : String.valueOf(extraction.tasks().size());
        List<String> cells = List.of(
                extraction.document(), kind, year.find() ? year.group() : "", "", "", "", "", "", "", "", count);
        String header = "id,kind,year,title_zh,title_en,issuer,doc_number,issued,series,page_url,task_count";
        Row row = new Row(extraction.document(), cells, Optional.empty());
        return new RowTable("document", List.of(header.split(",")), List.of(row));
    }

    private List<RowTable> fresh() {
        return List.of(
                fresh("agency", "id,name_zh,full_name_zh,name_en,abbreviation,kind,name_en_status"),
                fresh("instrument", "id,type,title_zh,title_en,jurisdiction"),
                fresh("campaign_series", "id,name_zh,name_en"),
                fresh("campaign_edition", "id,series,year,year_printed,name_zh,name_en"),
                fresh("initiative", "id,kind,name_zh,name_en"),
                fresh("organisation", "id,name_zh,name_en"));
    }

    private RowTable fresh(String name, String header) {
        return new RowTable(name, List.of(header.split(",")), newcomers.rows(name));
    }

    private static <T> RowTable table(String name, String header, List<T> rows, Function<T, Row> form) {
        return new RowTable(
                name, List.of(header.split(",")), rows.stream().map(form).toList());
    }

    private static Row row(String key, Evidence evidence, Object... cells) {
        return new Row(key, Stream.of(cells).map(String::valueOf).toList(), Optional.of(evidence));
    }

    private Row row(Section row) {
        return row(row.id(), row.evidence(), row.id(), row.document(), row.parent(), row.ordinal(), row.titleZh(), "");
    }

    private Row row(TaskRow row) {
        return row(
                row.id(),
                row.evidence(),
                row.id(),
                row.document(),
                row.number(),
                row.section(),
                "",
                "",
                row.dutyMode(),
                row.openEnded());
    }

    private Row row(ResponsibilityRow row) {
        return row(
                row.task() + "/" + row.position(),
                row.evidence(),
                row.task(),
                row.position(),
                agency(row),
                row.printedName(),
                row.role(),
                row.roleBasis());
    }

    /** A name that may mean several bodies of the tables stays open: it is not new. */
    private String agency(ResponsibilityRow row) {
        boolean open = row.agency().isEmpty() && !lexicon.byForm().containsKey(row.printedName());
        return open
                ? newcomers.id("agency", row.printedName(), row.printedName(), row.printedName(), "", "", "", "ours")
                : row.agency();
    }

    private Row row(ActionRow row) {
        String instrument = row.instrument().isEmpty()
                ? newcomers.id("instrument", row.title(), "", row.title(), "", "cn")
                : row.instrument();
        return row(
                row.task() + "/" + row.ordinal(),
                row.evidence(),
                row.task(),
                row.ordinal(),
                instrument,
                row.action(),
                row.commitment(),
                row.verbPhrase(),
                row.quoted(),
                row.scope());
    }

    private List<InitiativeRow> initiatives() {
        return extraction.initiatives().stream()
                .sorted(Comparator.comparing(InitiativeRow::task).thenComparing(InitiativeRow::initiative))
                .toList();
    }

    private Row row(InitiativeRow row) {
        return row(
                row.task() + "/" + row.printedName(),
                row.evidence(),
                row.task(),
                initiative(row),
                row.relation(),
                row.printedName());
    }

    private String initiative(InitiativeRow row) {
        Matcher edition = EDITION.matcher(row.initiative());
        if (edition.matches() && !lexicon.hasEdition(edition.group("id"))) {
            edition(edition.group("id"), edition.group("series"), edition.group("year"), row.printedName());
        }
        if (!row.initiative().isEmpty()) {
            return row.initiative();
        }
        if (!row.kind().equals("campaign")) {
            return "initiative/" + newcomers.id("initiative", row.printedName(), row.kind(), row.printedName(), "");
        }
        String series = newcomers.id("campaign_series", row.printedName(), row.printedName(), "");
        edition(series, series, "", row.printedName());
        return "campaign/" + series;
    }

    private void edition(String id, String series, String year, String name) {
        newcomers.add("campaign_edition", id, series, year, String.valueOf(name.matches(".*\\d{4}.*")), name, "");
    }

    private Row row(OrganisationRow row) {
        String organisation = row.organisation().isEmpty()
                ? newcomers.id("organisation", row.printedName(), row.printedName(), "")
                : row.organisation();
        return row(row.task() + "/" + row.printedName(), row.evidence(), row.task(), organisation, row.printedName());
    }

    private List<FigureRow> figures(boolean target) {
        return extraction.figures().stream()
                .filter(row -> row.target() == target)
                .toList();
    }

    private Row observation(FigureRow row) {
        List<Object> cells = figure(row);
        cells.addAll(List.of(row.periodStart(), row.periodEnd(), row.area(), row.counterWord(), ""));
        return row(row.paragraph() + "/" + row.printedValue(), row.evidence(), cells.toArray());
    }

    private Row target(FigureRow row) {
        List<Object> cells = figure(row);
        cells.addAll(List.of(row.periodEnd(), row.area(), row.counterWord()));
        return row(row.paragraph() + "/" + row.printedValue(), row.evidence(), cells.toArray());
    }

    /** The columns that both tables begin with. */
    private static List<Object> figure(FigureRow row) {
        String year = row.periodEnd().replaceFirst("-.*", "");
        return new ArrayList<>(List.of(
                row.metric().isEmpty() || year.isEmpty() ? "" : row.metric() + "-" + year,
                row.metric(),
                row.document(),
                row.paragraph(),
                row.printedValue(),
                row.value().toPlainString(),
                row.unit(),
                row.resolution().toPlainString(),
                row.bound(),
                row.statistic()));
    }
}
