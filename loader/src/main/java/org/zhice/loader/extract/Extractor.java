package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.Outline.Heading;
import org.zhice.loader.extract.Outline.Task;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.figure.Figures;
import org.zhice.loader.extract.name.Mentions;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ActionRow;
import org.zhice.loader.extract.rows.Extraction.InitiativeRow;
import org.zhice.loader.extract.rows.Extraction.OrganisationRow;
import org.zhice.loader.extract.rows.Extraction.Report;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Extraction.Section;
import org.zhice.loader.extract.rows.Extraction.TaskRow;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.input.InputException;

/** Reads a plan: text in, rows with their evidence out. Touches no file; the same input gives the same rows. */
public final class Extractor {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private final Lexicon lexicon;

    public Extractor(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * Reads one document.
     *
     * @param text the document as it was copied
     * @param id the document's id, such as {@code plan-2025}; its tasks are called {@code 2025-001} and so on
     * @throws InputException if the text is empty, no text, not Chinese, or has neither numbered tasks with duty brackets nor, where it is no
     *     plan, figures
     */
    public Extraction read(String text, String id) {
        Legible.check(text, id);
        CleanText clean = CleanText.of(text, lexicon.words());
        Outline outline = Outline.of(clean);
        Figures figures = Figures.in(text, clean, id, year(id, clean.text()), lexicon.metrics());
        if (outline.tasks().isEmpty() && (figures.rows().isEmpty() || isNumberedThrough(clean))) {
            throw new InputException(id, "no numbered task with a duty bracket", "a plan: tasks that end in （…负责）");
        }
        return new Reading(id, clean, outline, figures).extraction();
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

    private static int year(String id, String text) {
        Matcher inId = YEAR.matcher(id);
        if (inId.find()) {
            return Integer.parseInt(inId.group());
        }
        Matcher inText = YEAR.matcher(text);
        return inText.find() ? Integer.parseInt(inText.group()) : 0;
    }

    /** One reading of one document. */
    private final class Reading {
        private final String id;
        private final String prefix;
        private final CleanText clean;
        private final Outline outline;
        private final Figures figures;
        private final List<Section> sections = new ArrayList<>();
        private final List<TaskRow> tasks = new ArrayList<>();
        private final List<ResponsibilityRow> responsibilities = new ArrayList<>();
        private final List<ActionRow> actions = new ArrayList<>();
        private final List<InitiativeRow> initiatives = new ArrayList<>();
        private final List<Report> doubts = new ArrayList<>();
        private final Names names;
        private final Actions promises;
        private final List<OrganisationRow> organisations = new ArrayList<>();
        private final Mentions mentions;
        private final Responsibilities roles;

        Reading(String id, CleanText clean, Outline outline, Figures figures) {
            this.id = id;
            this.prefix = id.startsWith("plan-") ? id.substring("plan-".length()) : id;
            this.clean = clean;
            this.outline = outline;
            this.figures = figures;
            int year = year(id, clean.text());
            this.names = new Names(lexicon, year);
            this.mentions = new Mentions(lexicon, clean, year);
            this.promises = new Actions(new Titles(lexicon, clean.text()), mentions, clean);
            this.roles = Responsibilities.in(clean.text(), names);
        }

        Extraction extraction() {
            outline.headings().forEach(this::section);
            boolean unique = numbersAreUnique();
            for (Task task : outline.tasks()) {
                int number = unique ? task.number() : tasks.size() + 1;
                task(task, String.format(Locale.ROOT, "%s-%03d", prefix, number));
            }
            leads();
            outline.doubts().forEach(doubt -> doubt("", doubt.what(), doubt.start(), doubt.end(), doubt.expected()));
            doubts.addAll(figures.doubts());
            return new Extraction(
                    id,
                    sections,
                    tasks,
                    responsibilities,
                    actions,
                    initiatives,
                    organisations,
                    figures.rows(),
                    Responsibilities.listRule(clean),
                    clean.damages(),
                    doubts);
        }

        /** One doubt for the document where lists of agencies are printed without a word on who leads. */
        private void leads() {
            responsibilities.stream()
                    .filter(row -> row.roleBasis().isEmpty())
                    .findFirst()
                    .ifPresent(row -> doubts.add(new Report(
                            place(row.evidence().passage().start()) + " task " + row.task(),
                            "no sentence says that the first agency of a list leads",
                            "lists without a leader; the first was taken",
                            "a rule such as 列第一位的部门为牵头部门")));
        }

        private boolean numbersAreUnique() {
            Set<Integer> numbers = new HashSet<>();
            return outline.tasks().stream().allMatch(task -> numbers.add(task.number()));
        }

        private void section(Heading heading) {
            String parent =
                    heading.parent() < 0 ? "" : sections.get(heading.parent()).id();
            String own = (parent.isEmpty() ? prefix : parent) + "-" + heading.ordinal();
            String title = clean.text().substring(heading.start(), heading.end());
            Evidence evidence = new Evidence("heading", 0.98, clean.passage(heading.start(), heading.end()));
            sections.add(new Section(own, id, parent, heading.ordinal(), title, evidence));
        }

        private void task(Task task, String taskId) {
            Duty duty = Duty.of(clean.text(), task.brackets(), names);
            String section =
                    task.heading() < 0 ? "" : sections.get(task.heading()).id();
            String words =
                    clean.text().substring(task.textStart(), task.textEnd()).strip();
            double confidence = task.bracket().whole() ? 0.99 : 0.8;
            Evidence evidence = new Evidence(
                    "numbered-task",
                    confidence,
                    clean.passage(task.start(), task.bracket().end()));
            tasks.add(new TaskRow(taskId, id, task.number(), section, duty.mode(), duty.openEnded(), words, evidence));
            List<ResponsibilityRow> rows = roles.rows(taskId, duty, clean);
            if (rows.isEmpty()) {
                Bracket bracket = task.bracket();
                doubt(" task " + taskId, "duty without an agency", bracket.start(), bracket.end(), "names of agencies");
            }
            responsibilities.addAll(rows);
            actions(taskId, task);
            initiatives(taskId, task);
            organisations(taskId, task);
            rows.stream().filter(row -> row.agency().isEmpty()).forEach(row -> unknown(row));
        }

        private void actions(String taskId, Task task) {
            for (ActionRow row : promises.rows(taskId, task.textStart(), task.textEnd())) {
                actions.add(row);
                if (row.instrument().isEmpty()) {
                    doubts.add(new Report(
                            place(row.evidence().passage().start()) + " task " + taskId,
                            "unknown instrument",
                            row.title(),
                            "a title in instrument.csv or instrument_name.csv"));
                }
            }
        }

        private void initiatives(String taskId, Task task) {
            for (InitiativeRow row : mentions.initiatives(taskId, task.textStart(), task.textEnd())) {
                initiatives.add(row);
                String place = place(row.evidence().passage().start()) + " task " + taskId;
                String edition = row.initiative().replaceFirst("^campaign/", "");
                if (edition.isEmpty()) {
                    String table = row.kind().equals("campaign") ? "campaign_series.csv" : "initiative.csv";
                    doubts.add(new Report(place, "unknown " + row.kind(), row.printedName(), "a name in " + table));
                } else if (row.kind().equals("campaign") && !lexicon.hasEdition(edition)) {
                    doubts.add(new Report(
                            place,
                            "new edition of a known campaign",
                            row.printedName(),
                            "a row " + edition + " in campaign_edition.csv"));
                }
            }
        }

        private void organisations(String taskId, Task task) {
            for (OrganisationRow row : mentions.organisations(taskId, task.textStart(), task.textEnd())) {
                organisations.add(row);
                if (row.organisation().isEmpty()) {
                    doubts.add(new Report(
                            place(row.evidence().passage().start()) + " task " + taskId,
                            "unknown organisation",
                            row.printedName(),
                            "a name in organisation.csv"));
                }
            }
        }

        private void unknown(ResponsibilityRow row) {
            String what = names.knows(row.printedName()) ? "agency that cannot be told apart" : "unknown agency";
            String place = place(row.evidence().passage().start()) + " task " + row.task();
            doubts.add(new Report(place, what, row.printedName(), names.expected(row.printedName())));
        }

        private void doubt(String task, String what, int start, int end, String expected) {
            Passage passage = clean.passage(start, end);
            doubts.add(new Report(place(passage.start()) + task, what, passage.quote(), expected));
        }

        private String place(int offset) {
            return id + ":" + offset;
        }
    }
}
