package org.zhice.loader.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ActionRow;
import org.zhice.loader.extract.rows.Extraction.DeadlineRow;
import org.zhice.loader.extract.rows.Extraction.FigureRow;
import org.zhice.loader.extract.rows.Extraction.InitiativeRow;
import org.zhice.loader.extract.rows.Extraction.OrganisationRow;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Extraction.Section;
import org.zhice.loader.extract.rows.Extraction.TaskRow;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.reading.RowTable.Row;
import org.zhice.loader.tables.Tables;

/** An extraction in the form of the reviewed tables, with rows for the entities that they do not have yet. */
final class RowTables {
    /** Tables in which a reviewer writes other names of what the tables know. */
    private static final List<String> NAMES = List.of("agency_name", "instrument_name");
    /** No reviewed table holds deadlines: none of the documents at hand prints one. */
    private static final List<String> DEADLINES = List.of("task", "ordinal", "deadline_printed", "deadline");

    private final Extraction extraction;
    private final Tables tables;
    private final Newcomers newcomers;
    private final FigureRows figures;

    RowTables(Extraction extraction, Lexicon lexicon, Tables tables) {
        this.extraction = extraction;
        this.tables = tables;
        this.newcomers = new Newcomers(lexicon);
        this.figures = new FigureRows(lexicon, tables, extraction.document());
    }

    List<RowTable> all() {
        List<RowTable> found = List.of(
                table("section", extraction.sections(), this::row),
                table("task", extraction.tasks(), this::row),
                table("task_topic", extraction.tasks(), RowTables::topic),
                table("responsibility", extraction.responsibilities(), this::row),
                table("legislative_action", extraction.actions(), this::row),
                table("task_initiative", initiatives(), this::row),
                table("task_organisation", extraction.organisations(), this::row),
                table("observation", figures(false), figures::observation),
                table("target", figures(true), figures::target));
        List<RowTable> all = new ArrayList<>(List.of(
                table("document", List.of(extraction), this::document),
                table("coverage", DocumentForm.coverage(extraction), row -> row)));
        NAMES.forEach(name -> all.add(table(name, List.<Row>of(), row -> row)));
        Newcomers.TABLES.forEach(name -> all.add(table(name, newcomers.rows(name), row -> row)));
        all.add(table("metric", figures.metrics(), row -> row));
        all.add(table("area", figures.areas(), row -> row));
        all.addAll(found);
        all.add(new RowTable(
                "task_deadline",
                DEADLINES,
                extraction.deadlines().stream().map(RowTables::row).toList()));
        return all;
    }

    private <T> RowTable table(String name, List<T> rows, Function<T, Row> form) {
        List<String> header = tables.table(name).header();
        return new RowTable(name, header, rows.stream().map(form).toList());
    }

    private static Row row(String key, Evidence evidence, Map<String, String> cells) {
        return new Row(key, cells, Optional.of(evidence));
    }

    private Row document(Extraction document) {
        String year = DocumentForm.year(document);
        int known = year.isEmpty() ? 0 : Integer.parseInt(year);
        return DocumentForm.document(document, name -> newcomers.issuer(name, known), this::series);
    }

    /** The series of a plan by its title: that of another year's plan of the same title, else a new one. */
    private String series(String title) {
        String own = DocumentForm.withoutYear(title);
        return tables.table("document").cells().stream()
                .filter(row -> DocumentForm.withoutYear(row.get("title_zh")).equals(own))
                .map(row -> row.get("series"))
                .findFirst()
                .orElseGet(() -> newcomers.series(own));
    }

    private Row row(Section row) {
        Map<String, String> cells = Map.of(
                "id", row.id(),
                "document", row.document(),
                "parent", row.parent(),
                "ordinal", String.valueOf(row.ordinal()),
                "title_zh", row.titleZh());
        return row(row.id(), row.evidence(), cells);
    }

    private Row row(TaskRow row) {
        Map<String, String> cells = Map.of(
                "id", row.id(),
                "document", row.document(),
                "number", String.valueOf(number(row)),
                "section", row.section(),
                "duty_mode", row.dutyMode(),
                "open_ended", String.valueOf(row.openEnded()));
        return row(row.id(), row.evidence(), cells);
    }

    /** The printed one, or the place in the plan where printed ones begin anew: as the id has it. */
    private static int number(TaskRow row) {
        return Integer.parseInt(row.id().substring(row.id().lastIndexOf('-') + 1));
    }

    private static Row topic(TaskRow row) {
        return row(row.id(), row.evidence(), Map.of("task", row.id()));
    }

    private Row row(ResponsibilityRow row) {
        Map<String, String> cells = Map.of(
                "task", row.task(),
                "position", String.valueOf(row.position()),
                "agency", newcomers.agency(row),
                "printed_name", row.printedName(),
                "role", row.role(),
                "role_basis", row.roleBasis());
        return row(row.task() + "/" + row.position(), row.evidence(), cells);
    }

    private Row row(ActionRow row) {
        Map<String, String> cells = Map.of(
                "task", row.task(),
                "ordinal", String.valueOf(row.ordinal()),
                "instrument", newcomers.instrument(row),
                "action", row.action(),
                "commitment", row.commitment(),
                "verb_phrase", row.verbPhrase(),
                "quoted", String.valueOf(row.quoted()),
                "scope", row.scope());
        return row(row.task() + "/" + row.ordinal(), row.evidence(), cells);
    }

    private static Row row(DeadlineRow row) {
        Map<String, String> cells = Map.of(
                "task", row.task(),
                "ordinal", String.valueOf(row.ordinal()),
                "deadline_printed", row.printed(),
                "deadline", row.day());
        return row(row.task() + "/" + row.ordinal(), row.evidence(), cells);
    }

    private List<InitiativeRow> initiatives() {
        return extraction.initiatives().stream()
                .sorted(Comparator.comparing(InitiativeRow::task).thenComparing(InitiativeRow::initiative))
                .toList();
    }

    private Row row(InitiativeRow row) {
        Map<String, String> cells = Map.of(
                "task", row.task(),
                "initiative", newcomers.initiative(row),
                "relation", row.relation(),
                "printed_name", row.printedName());
        return row(row.task() + "/" + row.printedName(), row.evidence(), cells);
    }

    private Row row(OrganisationRow row) {
        Map<String, String> cells = Map.of(
                "task", row.task(),
                "organisation", newcomers.organisation(row),
                "printed_name", row.printedName());
        return row(row.task() + "/" + row.printedName(), row.evidence(), cells);
    }

    private List<FigureRow> figures(boolean target) {
        return extraction.figures().stream()
                .filter(row -> row.target() == target)
                .toList();
    }
}
