package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhice.loader.extract.Outline.Heading;
import org.zhice.loader.extract.Outline.Task;
import org.zhice.loader.extract.account.Account;
import org.zhice.loader.extract.account.Accounting;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.duty.Agencies;
import org.zhice.loader.extract.duty.Bodies;
import org.zhice.loader.extract.duty.Duty;
import org.zhice.loader.extract.figure.Figures;
import org.zhice.loader.extract.frame.Frames;
import org.zhice.loader.extract.kind.Recognised;
import org.zhice.loader.extract.name.Mentions;
import org.zhice.loader.extract.rows.Body;
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
import org.zhice.loader.extract.rows.Frame;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.extract.rows.Span;

/** One reading of one document, task by task. */
final class Reading {
    private static final String PLAN = "plan-";
    private static final double BARE = 0.5;

    private final Lexicon lexicon;
    private final String id;
    private final String prefix;
    private final CleanText clean;
    private final Agencies agencies;
    private final Mentions mentions;
    private final Actions promises;
    private final Deadlines ends;
    private final Doubts doubts;
    private final List<Section> sections = new ArrayList<>();
    private final List<TaskRow> tasks = new ArrayList<>();
    private final List<ResponsibilityRow> responsibilities = new ArrayList<>();
    private final List<ActionRow> actions = new ArrayList<>();
    private final List<InitiativeRow> initiatives = new ArrayList<>();
    private final List<OrganisationRow> organisations = new ArrayList<>();
    private final List<DeadlineRow> deadlines = new ArrayList<>();

    Reading(Lexicon lexicon, String id, int year, CleanText clean) {
        this.lexicon = lexicon;
        this.id = id;
        this.prefix = id.startsWith(PLAN) ? id.substring(PLAN.length()) : id;
        this.clean = clean;
        this.agencies = new Agencies(lexicon, year);
        this.mentions = new Mentions(lexicon, clean, year);
        this.promises = new Actions(new Titles(lexicon, clean.text()), mentions, clean);
        this.ends = new Deadlines(clean, year);
        this.doubts = new Doubts(id);
    }

    Extraction extraction(Recognised kind, Outline outline, Figures figures, List<String> hidden) {
        outline.headings().forEach(this::section);
        List<String> ids = TaskIds.of(outline.tasks(), prefix);
        List<Duty> duties = outline.tasks().stream().map(this::duty).toList();
        Responsibilities roles = Responsibilities.in(clean.text(), Bodies.in(clean.text(), duties, agencies));
        for (int i = 0; i < ids.size(); i++) {
            task(outline.tasks().get(i), ids.get(i), duties.get(i), roles);
        }
        leads();
        outline.doubts().forEach(doubt -> doubt("", doubt.what(), doubt.start(), doubt.end(), doubt.expected()));
        doubts.addAll(figures.doubts());
        Frame frame = frame();
        Optional<Evidence> listRule = Responsibilities.listRule(clean);
        Account account = account(frame, figures.rows(), listRule, hidden);
        List<Passage> told = outline.doubts().stream()
                .map(doubt -> clean.passage(doubt.start(), doubt.end()))
                .toList();
        Unread.tell(account, clean, told, doubts);
        return new Extraction(
                id,
                frame,
                kind,
                sections,
                tasks,
                responsibilities,
                actions,
                initiatives,
                organisations,
                deadlines,
                figures.rows(),
                listRule,
                clean.damages(),
                doubts.reports(),
                account);
    }

    private Account account(Frame frame, List<FigureRow> figures, Optional<Evidence> listRule, List<String> hidden) {
        Stream<Evidence> evidence = Stream.of(
                        tasks.stream().map(TaskRow::evidence),
                        responsibilities.stream().map(ResponsibilityRow::evidence),
                        actions.stream().map(ActionRow::evidence),
                        initiatives.stream().map(InitiativeRow::evidence),
                        organisations.stream().map(OrganisationRow::evidence),
                        deadlines.stream().map(DeadlineRow::evidence),
                        figures.stream().map(FigureRow::evidence),
                        frame.evidence(),
                        listRule.stream())
                .flatMap(rows -> rows);
        List<Passage> headings =
                sections.stream().map(row -> row.evidence().passage()).toList();
        return Accounting.of(clean, headings, evidence.map(Evidence::passage).toList(), hidden);
    }

    /** Whether it is whole is a doubt of the document: what is missing must not count as not said. */
    private Frame frame() {
        Frame frame = Frames.of(clean);
        frame.brokenOff()
                .ifPresent(end -> doubts.add(
                        end.passage(), "", "text that breaks off", end.passage().quote(), "the end of a sentence"));
        return frame;
    }

    /** One doubt for the document where lists of agencies are printed without a word on who leads. */
    private void leads() {
        responsibilities.stream()
                .filter(row -> row.roleBasis().isEmpty())
                .findFirst()
                .ifPresent(row -> doubts.add(
                        row.evidence().passage(),
                        row.task(),
                        "no sentence says that the first agency of a list leads",
                        "lists without a leader; the first was taken",
                        "a rule such as 列第一位的部门为牵头部门"));
    }

    private void section(Heading heading) {
        String parent =
                heading.parent() < 0 ? "" : sections.get(heading.parent()).id();
        String own = (parent.isEmpty() ? prefix : parent) + "-" + heading.ordinal();
        String title = clean.text().substring(heading.start(), heading.end());
        Evidence evidence = new Evidence("heading", 0.98, clean.passage(heading.start(), heading.end()));
        sections.add(new Section(own, id, parent, heading.ordinal(), title, evidence));
    }

    private Duty duty(Task task) {
        List<Span> words = task.brackets().stream()
                .map(bracket -> new Span(bracket.contentStart(), bracket.contentEnd()))
                .toList();
        return Duty.of(clean.text(), words, agencies);
    }

    private void task(Task task, String taskId, Duty duty, Responsibilities roles) {
        List<ResponsibilityRow> rows = roles.rows(taskId, duty, clean);
        tasks.add(rows.isEmpty() ? bare(task, taskId) : row(task, taskId, duty));
        String expected = "names of agencies, or words on their duty";
        duty.leftOver()
                .forEach(words ->
                        doubt(taskId, "words of a duty that are no agency", words.start(), words.end(), expected));
        responsibilities.addAll(rows);
        actions(taskId, task);
        initiatives(taskId, task);
        organisations(taskId, task);
        deadlines.addAll(ends.rows(taskId, task));
        rows.forEach(this::unknown);
    }

    private TaskRow row(Task task, String taskId, Duty duty) {
        boolean whole = task.bracket().map(Bracket::whole).orElse(false);
        Evidence evidence = new Evidence("numbered-task", whole ? 0.99 : 0.8, clean.passage(task.start(), task.end()));
        return row(task, taskId, duty.mode(), duty.openEnded(), evidence);
    }

    /** Who is responsible, and how, is left to the reader of the row. */
    private TaskRow bare(Task task, String taskId) {
        Passage passage = clean.passage(task.start(), task.end());
        doubts.add(passage, taskId, "task that names no agency", passage.quote(), "names of agencies");
        return row(task, taskId, "", false, new Evidence("numbered-item", BARE, passage));
    }

    private TaskRow row(Task task, String taskId, String mode, boolean openEnded, Evidence evidence) {
        String section = task.heading() < 0 ? "" : sections.get(task.heading()).id();
        String words = clean.text().substring(task.textStart(), task.textEnd()).strip();
        return new TaskRow(taskId, id, task.number(), section, mode, openEnded, words, evidence);
    }

    private void actions(String taskId, Task task) {
        for (ActionRow row : promises.rows(taskId, task.textStart(), task.textEnd())) {
            actions.add(row);
            String what = row.instrument().isEmpty() ? "unknown instrument" : "title with a wrong conversion";
            if (row.instrument().isEmpty() || !row.near().isEmpty()) {
                String expected = row.near().isEmpty()
                        ? "a title in instrument.csv or instrument_name.csv"
                        : "a title in instrument.csv; near: " + row.near();
                doubts.add(row.evidence().passage(), taskId, what, row.title(), expected);
            }
        }
    }

    private void initiatives(String taskId, Task task) {
        for (InitiativeRow row : mentions.initiatives(taskId, task.textStart(), task.textEnd())) {
            initiatives.add(row);
            String edition = row.initiative().replaceFirst("^campaign/", "");
            boolean campaign = row.kind().equals("campaign");
            Passage passage = row.evidence().passage();
            if (edition.isEmpty()) {
                String expected = "a name in " + (campaign ? "campaign_series.csv" : "initiative.csv");
                doubts.add(passage, taskId, "unknown " + row.kind(), row.printedName(), expected);
            } else if (campaign && !lexicon.hasEdition(edition)) {
                String expected = "a row " + edition + " in campaign_edition.csv";
                doubts.add(passage, taskId, "new edition of a known campaign", row.printedName(), expected);
            }
        }
    }

    private void organisations(String taskId, Task task) {
        for (OrganisationRow row : mentions.organisations(taskId, task.textStart(), task.textEnd())) {
            organisations.add(row);
            if (row.organisation().isEmpty()) {
                String expected = "a name in organisation.csv";
                doubts.add(row.evidence().passage(), taskId, "unknown organisation", row.printedName(), expected);
            }
        }
    }

    private void unknown(ResponsibilityRow row) {
        String name = row.printedName();
        if (!row.agency().isEmpty()) {
            return;
        }
        String what = agencies.isAmbiguous(name) ? "agency that cannot be told apart" : "unknown agency";
        doubts.add(row.evidence().passage(), row.task(), what, name, expected(row));
    }

    private String expected(ResponsibilityRow row) {
        String name = row.printedName();
        Body body = row.body();
        if (!body.id().isEmpty()) {
            return "a row " + body.id() + " in agency.csv, as proposed";
        }
        boolean plain = body.name().isEmpty() || body.name().equals(name);
        return plain || agencies.isAmbiguous(name)
                ? agencies.expected(name)
                : "a name in agency.csv or agency_name.csv; here: " + body.name();
    }

    private void doubt(String task, String what, int start, int end, String expected) {
        Passage passage = clean.passage(start, end);
        doubts.add(passage, task, what, passage.quote(), expected);
    }
}
