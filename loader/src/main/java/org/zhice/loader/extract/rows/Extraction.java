package org.zhice.loader.extract.rows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.account.Account;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.kind.Recognised;

/**
 * All rows that one document yields.
 *
 * @param document its id
 * @param frame what says which document it is
 * @param kind what it was taken for, and why
 * @param listRule the sentence that lets the first agency of a list lead, if the document has one
 * @param damages what was repaired, and what could not be
 * @param doubts what a person should look at
 * @param account what became of each character
 */
public record Extraction(
        String document,
        Frame frame,
        Recognised kind,
        List<Section> sections,
        List<TaskRow> tasks,
        List<ResponsibilityRow> responsibilities,
        List<ActionRow> actions,
        List<InitiativeRow> initiatives,
        List<OrganisationRow> organisations,
        List<DeadlineRow> deadlines,
        List<FigureRow> figures,
        Optional<Evidence> listRule,
        List<Damage> damages,
        List<Report> doubts,
        Account account) {
    public Extraction {
        sections = List.copyOf(sections);
        tasks = List.copyOf(tasks);
        responsibilities = List.copyOf(responsibilities);
        actions = List.copyOf(actions);
        initiatives = List.copyOf(initiatives);
        organisations = List.copyOf(organisations);
        deadlines = List.copyOf(deadlines);
        figures = List.copyOf(figures);
        damages = List.copyOf(damages);
        doubts = List.copyOf(doubts);
    }

    /**
     * A chapter or a section of a chapter.
     *
     * @param parent id of the chapter, or empty
     * @param ordinal place among its siblings, as printed where that is unique
     * @param titleZh the heading without its number, repaired
     */
    public record Section(String id, String document, String parent, int ordinal, String titleZh, Evidence evidence) {}

    /**
     * A numbered task with its duty.
     *
     * @param number as printed
     * @param section id of the deepest division, or empty
     * @param dutyMode jointly, by-division or led; empty where no agency is named
     * @param openEnded whether the list of agencies ends in 等
     * @param text the clean text without number and duty bracket
     */
    public record TaskRow(
            String id,
            String document,
            int number,
            String section,
            String dutyMode,
            boolean openEnded,
            String text,
            Evidence evidence) {}

    /**
     * One agency in one task.
     *
     * @param position place in the bracket, from 1
     * @param agency id, or empty where the lexicon does not know the name
     * @param printedName the name as printed, repaired
     * @param role sole, lead or participant
     * @param roleBasis only-listed, first-listed-rule, later-listed-rule or explicit-word; empty where the document does not
     *     say who leads
     * @param body what the name means where the tables do not have it; without a name where the printed one may be damaged
     */
    public record ResponsibilityRow(
            String task,
            int position,
            String agency,
            String printedName,
            String role,
            String roleBasis,
            Body body,
            Evidence evidence) {}

    /**
     * What a task promises about one instrument.
     *
     * @param ordinal order of first mention in the task, from 1
     * @param instrument id, or empty where the lexicon does not know the title
     * @param near the known title that is almost the same; empty where there is none or the title is known
     * @param title the title as printed, repaired, without 《》
     * @param verbPhrase the printed words of the promise
     * @param quoted whether the title stands in 《》
     * @param scope the part of the instrument that is meant, or empty
     */
    public record ActionRow(
            String task,
            int ordinal,
            String instrument,
            String near,
            String title,
            String action,
            String commitment,
            String verbPhrase,
            boolean quoted,
            String scope,
            Evidence evidence) {}

    /**
     * A campaign, programme, pilot, platform, event or publication that a task names.
     *
     * @param initiative as the tables point to it, such as {@code campaign/kunlun-2023} or {@code initiative/…}; an edition
     *     may be new; empty where the lexicon does not know the name
     * @param kind campaign, programme, pilot, platform, event or publication
     * @param relation launches or concerns
     * @param printedName as printed, repaired, without quotation marks
     */
    public record InitiativeRow(
            String task, String initiative, String kind, String relation, String printedName, Evidence evidence) {}

    /**
     * An international body or grouping that a task names.
     *
     * @param organisation its id, or empty where the lexicon does not know the name
     * @param printedName as printed, repaired
     */
    public record OrganisationRow(String task, String organisation, String printedName, Evidence evidence) {}

    /**
     * Until when a task is to be done.
     *
     * @param ordinal order of print in the task, from 1
     * @param printed as printed, repaired
     * @param day the last day, ISO; empty where the words name none, such as 长期
     */
    public record DeadlineRow(String task, int ordinal, String printed, String day, Evidence evidence) {}

    /**
     * A number that the document states, with the columns of {@code observation.csv}, or of {@code target.csv} where it is
     * one to be reached.
     *
     * @param metric id, or empty where no metric of the tables fits
     * @param noun what is counted, in the words of the document
     * @param kind what a metric with this name would be: stock, flow, ratio, duration, score or ranking; empty where the
     *     number is only of its change
     * @param paragraph of the clean text, from 1
     * @param printedValue with unit and bound
     * @param value 万 and 亿 worked out
     * @param unit QUDT local name: NUM, PERCENT, YR, MO_MeanGREGORIAN, CCY_CNY, CCY_USD
     * @param resolution size of one step of the last printed digit
     * @param bound exact, more-than, at-least, nearly or about
     * @param statistic level, change, growth-yoy, growth-avg, cumulative, rank or share
     * @param periodStart first day, ISO; empty for a target
     * @param periodEnd last day, ISO; empty where the document names none
     * @param periodBasis printed where words of the same sentence date it, frame where the paragraph or the section does; empty
     *     where nothing does
     * @param area id, such as {@code cn}
     * @param areaBasis printed where the words beside it say that it is of the whole country, else frame; empty without an area
     * @param place a place that the tables have no area for, if it is of one
     * @param counterWord the measure word, or empty
     * @param target whether it is to be reached
     */
    public record FigureRow(
            String document,
            String metric,
            String noun,
            String kind,
            int paragraph,
            String printedValue,
            BigDecimal value,
            String unit,
            BigDecimal resolution,
            String bound,
            String statistic,
            String periodStart,
            String periodEnd,
            String periodBasis,
            String area,
            String areaBasis,
            Optional<NewPlace> place,
            String counterWord,
            boolean target,
            Evidence evidence) {}

    /**
     * A place that the tables have no area for.
     *
     * @param kind province or city, or empty
     * @param within name of the province that holds it, or empty
     */
    public record NewPlace(String name, String kind, String within) {}

    /**
     * A doubt for the person who reviews the rows.
     *
     * @param place document, character of the original and, if known, the task
     * @param what the kind of doubt in a few words
     * @param found what stands there
     * @param expected what should stand there
     */
    public record Report(String place, String what, String found, String expected) {
        private static final Pattern PLACE = Pattern.compile("[^:]*:(?<start>\\d+)(?: task (?<task>.*))?");

        /** The character of the original; 0 if the place names none. */
        public int start() {
            Matcher place = PLACE.matcher(place());
            return place.matches() ? Integer.parseInt(place.group("start")) : 0;
        }

        /** The task whose words are doubted; empty if none is known. */
        public String task() {
            Matcher place = PLACE.matcher(place());
            return place.matches() && place.group("task") != null ? place.group("task") : "";
        }
    }
}
