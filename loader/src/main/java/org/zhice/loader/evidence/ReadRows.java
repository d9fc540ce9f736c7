package org.zhice.loader.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhice.loader.extract.Evidence;
import org.zhice.loader.extract.Extraction;
import org.zhice.loader.extract.Extraction.ActionRow;
import org.zhice.loader.extract.Extraction.FigureRow;
import org.zhice.loader.extract.Extraction.InitiativeRow;
import org.zhice.loader.extract.Extraction.OrganisationRow;
import org.zhice.loader.extract.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.Extraction.Section;
import org.zhice.loader.extract.Extraction.TaskRow;

/** The rows of an extraction in the columns of the tables. */
final class ReadRows {
    private final Extraction extraction;

    private ReadRows(Extraction extraction) {
        this.extraction = extraction;
    }

    /** All rows that have a table, in the order of the text within each table. */
    static List<ReadRow> of(Extraction extraction) {
        ReadRows rows = new ReadRows(extraction);
        return Stream.of(
                        extraction.sections().stream().map(rows::section),
                        extraction.tasks().stream().map(rows::task),
                        extraction.responsibilities().stream().map(rows::responsibility),
                        extraction.actions().stream().map(rows::action),
                        extraction.initiatives().stream().map(rows::initiative),
                        extraction.organisations().stream().map(rows::organisation),
                        extraction.figures().stream().map(rows::figure))
                .flatMap(stream -> stream)
                .toList();
    }

    private ReadRow section(Section row) {
        return ReadRow.of(
                "section",
                List.of(row.evidence()),
                "id,document,parent,ordinal,title_zh",
                row.id(),
                row.document(),
                row.parent(),
                row.ordinal(),
                row.titleZh());
    }

    private ReadRow task(TaskRow row) {
        return ReadRow.of(
                "task",
                List.of(row.evidence()),
                "id,document,number,section,duty_mode,open_ended",
                row.id(),
                row.document(),
                row.number(),
                row.section(),
                row.dutyMode(),
                row.openEnded());
    }

    /** A role that rests on the sentence about lists is stated in that sentence too. */
    private ReadRow responsibility(ResponsibilityRow row) {
        List<Evidence> evidence = new ArrayList<>(List.of(row.evidence()));
        if (row.roleBasis().endsWith("-listed-rule")) {
            extraction.listRule().ifPresent(evidence::add);
        }
        return ReadRow.of(
                "responsibility",
                evidence,
                "task,position,agency,printed_name,role,role_basis",
                row.task(),
                row.position(),
                row.agency(),
                row.printedName(),
                row.role(),
                row.roleBasis());
    }

    private ReadRow action(ActionRow row) {
        return ReadRow.of(
                "legislative_action",
                List.of(row.evidence()),
                "task,ordinal,instrument,action,commitment,verb_phrase,quoted,scope",
                row.task(),
                row.ordinal(),
                row.instrument(),
                row.action(),
                row.commitment(),
                row.verbPhrase(),
                row.quoted(),
                row.scope());
    }

    private ReadRow initiative(InitiativeRow row) {
        return ReadRow.of(
                "task_initiative",
                List.of(row.evidence()),
                "task,initiative,relation,printed_name",
                row.task(),
                row.initiative(),
                row.relation(),
                row.printedName());
    }

    private ReadRow organisation(OrganisationRow row) {
        return ReadRow.of(
                "task_organisation",
                List.of(row.evidence()),
                "task,organisation,printed_name",
                row.task(),
                row.organisation(),
                row.printedName());
    }

    private ReadRow figure(FigureRow row) {
        return ReadRow.of(
                row.target() ? "target" : "observation",
                List.of(row.evidence()),
                "document,metric,printed_value,value,unit,resolution,bound,statistic,period_start,period_end,area,counter_word",
                row.document(),
                row.metric(),
                row.printedValue(),
                plain(row.value()),
                row.unit(),
                plain(row.resolution()),
                row.bound(),
                row.statistic(),
                row.periodStart(),
                row.periodEnd(),
                row.area(),
                row.counterWord());
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
