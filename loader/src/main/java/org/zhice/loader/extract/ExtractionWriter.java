package org.zhice.loader.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.zhice.loader.extract.Extraction.ActionRow;
import org.zhice.loader.extract.Extraction.InitiativeRow;
import org.zhice.loader.extract.Extraction.Report;
import org.zhice.loader.extract.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.Extraction.Section;
import org.zhice.loader.extract.Extraction.TaskRow;
import org.zhice.loader.extract.clean.Damage;
import org.zhice.loader.extract.clean.Passage;

/**
 * Writes an extraction as tables to review: the files of {@code data/tables} with the same headers, {@code evidence.csv}
 * with rule, confidence and place of each row, {@code damage.csv}, and {@code report.csv} with the doubts. What only a
 * person can write, such as titles in our own words, is left empty.
 */
public final class ExtractionWriter {
    private static final CSVFormat TABLE = CSVFormat.RFC4180;

    private final Path folder;
    private final List<List<Object>> evidence = new ArrayList<>();

    private ExtractionWriter(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all files; those of an earlier run are overwritten.
     *
     * @param folder made if it does not exist
     */
    public static void write(Extraction extraction, Path folder) {
        try {
            Files.createDirectories(folder);
            new ExtractionWriter(folder).write(extraction);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Extraction extraction) throws IOException {
        sections(extraction.sections());
        tasks(extraction.tasks());
        responsibilities(extraction.responsibilities());
        actions(extraction.actions());
        initiatives(extraction.initiatives());
        table("evidence.csv", List.of("table", "key", "rule", "confidence", "start", "end", "quote"), evidence);
        damages(extraction.damages());
        reports(extraction.doubts());
    }

    private void sections(List<Section> sections) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (Section row : sections) {
            rows.add(List.of(row.id(), row.document(), row.parent(), row.ordinal(), row.titleZh(), ""));
            evidence("section", row.id(), row.evidence());
        }
        table("section.csv", List.of("id", "document", "parent", "ordinal", "title_zh", "title_en"), rows);
    }

    private void tasks(List<TaskRow> tasks) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (TaskRow row : tasks) {
            rows.add(List.of(
                    row.id(), row.document(), row.number(), row.section(), "", "", row.dutyMode(), row.openEnded()));
            evidence("task", row.id(), row.evidence());
        }
        List<String> header =
                List.of("id", "document", "number", "section", "title_zh", "title_en", "duty_mode", "open_ended");
        table("task.csv", header, rows);
    }

    private void responsibilities(List<ResponsibilityRow> responsibilities) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (ResponsibilityRow row : responsibilities) {
            rows.add(List.of(row.task(), row.position(), row.agency(), row.printedName(), row.role(), row.roleBasis()));
            evidence("responsibility", row.task() + "/" + row.position(), row.evidence());
        }
        table("responsibility.csv", List.of("task", "position", "agency", "printed_name", "role", "role_basis"), rows);
    }

    private void actions(List<ActionRow> actions) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (ActionRow row : actions) {
            rows.add(List.of(
                    row.task(),
                    row.ordinal(),
                    row.instrument(),
                    row.action(),
                    row.commitment(),
                    row.verbPhrase(),
                    row.quoted(),
                    row.scope()));
            evidence("legislative_action", row.task() + "/" + row.ordinal(), row.evidence());
        }
        List<String> header =
                List.of("task", "ordinal", "instrument", "action", "commitment", "verb_phrase", "quoted", "scope");
        table("legislative_action.csv", header, rows);
    }

    private void initiatives(List<InitiativeRow> initiatives) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        List<InitiativeRow> sorted = initiatives.stream()
                .sorted(Comparator.comparing(InitiativeRow::task).thenComparing(InitiativeRow::initiative))
                .toList();
        for (InitiativeRow row : sorted) {
            rows.add(List.of(row.task(), row.initiative(), row.relation(), row.printedName()));
            evidence("task_initiative", row.task() + "/" + row.printedName(), row.evidence());
        }
        table("task_initiative.csv", List.of("task", "initiative", "relation", "printed_name"), rows);
    }

    private void damages(List<Damage> damages) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (Damage row : damages) {
            String kind = row.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            rows.add(List.of(kind, row.start(), row.end(), row.found(), row.repaired()));
        }
        table("damage.csv", List.of("kind", "start", "end", "found", "repaired"), rows);
    }

    private void reports(List<Report> doubts) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        for (Report row : doubts) {
            rows.add(List.of(row.place(), row.what(), row.found(), row.expected()));
        }
        table("report.csv", List.of("place", "what", "found", "expected"), rows);
    }

    private void evidence(String table, String key, Evidence grounds) {
        Passage passage = grounds.passage();
        evidence.add(List.of(
                table, key, grounds.rule(), grounds.confidence(), passage.start(), passage.end(), passage.quote()));
    }

    private void table(String name, List<String> header, List<List<Object>> rows) throws IOException {
        try (Writer file = Files.newBufferedWriter(folder.resolve(name))) {
            file.write(TABLE.format(header.toArray()) + "\n");
            for (List<Object> row : rows) {
                file.write(TABLE.format(row.toArray()) + "\n");
            }
        }
    }
}
