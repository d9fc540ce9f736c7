package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.Verbs.Match;
import org.zhice.loader.extract.Verbs.Rule;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.name.Mentions;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction.ActionRow;
import org.zhice.loader.extract.rows.Span;

/**
 * What a task promises about the instruments it names in 《》, and about treaties that it names without. Titles that follow one another without a stop are one
 * group, and one verb governs the group: the one right before it, else the first one after it.
 */
final class Actions {
    private static final Pattern JOINT = Pattern.compile("(?:（[^（）]{1,20}）)?(?:[、和与及]|以及)?");
    private static final Pattern NEAR = Pattern.compile("(?:[^的后，]{0,8})");
    private static final Pattern SCOPE = Pattern.compile(
            "(?:（[^（）]{1,20}）)?(?:中的?|涉及的?|有关|相关|(?=知识产权))(?<scope>[\\u4E00-\\u9FFF]{2,10}?(?:条款|规定|章节|内容|部分|职责|(?=议题|谈判)))");
    private static final Pattern REST = Pattern.compile("工作|进程|程序|试点|任务");
    private static final Pattern PREPARATION = Pattern.compile("(?:相关|有关|的)*(?<rest>准备(?:工作)?)");
    private static final Rule NONE = new Rule("title-without-verb", Pattern.compile("(?!)"), "other", "advance");
    /** To study the making of a text is not to make it, whatever verb stands before its title. */
    private static final String RESEARCH = "research";

    private static final String STOPS = "，。；：！？\n";
    private static final int LONGEST_PHRASE = 12;
    private static final int GAP = 3;

    private final Titles titles;
    private final Mentions mentions;
    private final CleanText clean;

    Actions(Titles titles, Mentions mentions, CleanText clean) {
        this.titles = titles;
        this.mentions = mentions;
        this.clean = clean;
    }

    List<ActionRow> rows(String task, int from, int to) {
        List<ActionRow> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Promise before = null;
        int free = from;
        Map<Span, String> treaties = mentions.treaties(from, to);
        for (List<Span> group : groups(titles(from, to, treaties.keySet()))) {
            Promise promise = promise(group, Math.max(free, from), to, before);
            for (Span title : group) {
                String treaty = treaties.get(title);
                ActionRow row = row(task, rows.size() + 1, title, treaty, promise);
                if ((treaty == null || mentions.isTreatyStep(promise.words()))
                        && seen.add(row.instrument().isEmpty() ? Titles.plain(row.title()) : row.instrument())) {
                    rows.add(row);
                }
            }
            before = promise;
            free = Math.max(promise.end(), last(group).end());
        }
        return rows;
    }

    private List<Span> titles(int from, int to, Set<Span> treaties) {
        List<Span> found = new ArrayList<>(Titles.in(clean.text(), from, to));
        found.addAll(treaties);
        found.sort(Comparator.comparingInt(Span::start));
        return found;
    }

    private List<List<Span>> groups(List<Span> found) {
        List<List<Span>> groups = new ArrayList<>();
        for (Span title : found) {
            List<Span> group = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (group == null || !JOINT.matcher(between(last(group), title)).matches()) {
                group = new ArrayList<>();
                groups.add(group);
            }
            group.add(title);
        }
        return groups;
    }

    private static Span last(List<Span> group) {
        return group.get(group.size() - 1);
    }

    private String between(Span left, Span right) {
        return clean.text().substring(left.end(), right.start());
    }

    /** A governing verb, its words, and the part of the instruments that is meant. */
    private record Promise(
            Rule rule, String place, String words, String commitment, String scope, int start, int end) {}

    private Promise promise(List<Span> group, int from, int to, Promise earlier) {
        String text = clean.text();
        int start = group.get(0).start();
        int end = last(group).end();
        int left = clauseStart(text, from, start);
        int right = clauseEnd(text, end, to);
        Match before = Verbs.last(text, left, start);
        Match after = Verbs.first(text, end, right);
        boolean near = before != null
                && NEAR.matcher(text.substring(before.end(), start)).matches();
        boolean adjacent = after != null && after.start() - end <= GAP;
        Promise found;
        boolean studied = adjacent && after.rule().action().equals(RESEARCH);
        if (near && !studied && !(adjacent && before.end() < start)) {
            found = promise(before, text.substring(left, start), text.substring(end, right), "before", left, end);
        } else if (after != null) {
            found = promise(after, text.substring(left, start), text.substring(end, right), "after", left, end);
        } else if (before != null) {
            found = promise(before, text.substring(left, start), text.substring(end, right), "before", left, end);
        } else if (earlier != null && "、和与及".indexOf(text.charAt(Math.max(left, start - 1))) >= 0) {
            found = earlier;
        } else {
            String words = Verbs.chain(text.substring(left, start));
            found = new Promise(NONE, "none", words, Verbs.commitment(NONE, words), "", left, end);
        }
        return withScope(found, text.substring(end, right));
    }

    private Promise promise(Match verb, String left, String right, String place, int start, int end) {
        String words = Verbs.chain(left);
        int until = end;
        if (place.equals("after")) {
            words = phrase(words, right, verb.start() - end, verb.end() - end);
            until = verb.end();
        } else if (words.isEmpty()) {
            words = clean.text().substring(verb.start(), verb.end());
        }
        Matcher preparation = PREPARATION.matcher(right);
        if (place.equals("before") && preparation.lookingAt()) {
            words += "…" + preparation.group("rest");
            until = end + preparation.end();
        }
        String commitment = Verbs.commitment(verb.rule(), words);
        return new Promise(verb.rule(), place, words, commitment, "", start, until);
    }

    /** The verbs before and after the titles, with 工作 or 进程 where they are printed. */
    private static String phrase(String before, String right, int verbStart, int verbEnd) {
        Matcher rest = REST.matcher(right).region(verbEnd, right.length());
        int end = rest.lookingAt() ? rest.end() : verbEnd;
        String joint = before.isEmpty() ? "" : before + "…";
        String whole =
                joint + right.substring(verbStart <= GAP ? 0 : verbStart, end).replaceFirst("^[的等]", "");
        return whole.length() <= LONGEST_PHRASE ? whole : joint + right.substring(verbStart, verbEnd);
    }

    private static Promise withScope(Promise promise, String right) {
        Matcher scope = SCOPE.matcher(right);
        String part = scope.lookingAt() ? scope.group("scope") : "";
        return new Promise(
                promise.rule(),
                promise.place(),
                promise.words(),
                promise.commitment(),
                part,
                promise.start(),
                promise.end());
    }

    private static int clauseStart(String text, int from, int at) {
        int start = at;
        while (start > from && STOPS.indexOf(text.charAt(start - 1)) < 0 && text.charAt(start - 1) != '》') {
            start--;
        }
        return start;
    }

    /** The end of the clause; a stop inside brackets or quotation marks does not end it, the next title does. */
    private static int clauseEnd(String text, int at, int to) {
        int end = at;
        while (end < to && STOPS.indexOf(text.charAt(end)) < 0 && text.charAt(end) != '《') {
            end++;
        }
        return end;
    }

    /** @param treaty the name of a treaty that is printed without 《》, or null */
    private ActionRow row(String task, int ordinal, Span title, String treaty, Promise promise) {
        String printed = treaty == null ? clean.text().substring(title.start() + 1, title.end() - 1) : treaty;
        String instrument = titles.instrument(printed);
        double confidence = promise.rule().equals(NONE) ? 0.4 : titles.isKnown(printed) ? 0.95 : 0.7;
        int end = Math.max(title.end(), promise.end());
        Passage passage = clean.passage(Math.min(promise.start(), title.start()), end);
        Evidence evidence = new Evidence(promise.rule().id() + "-" + promise.place(), confidence, passage);
        String words = promise.words().length() > LONGEST_PHRASE
                ? promise.words().substring(0, LONGEST_PHRASE)
                : promise.words();
        return new ActionRow(
                task,
                ordinal,
                instrument,
                titles.near(printed),
                printed,
                promise.rule().action(),
                promise.commitment(),
                words,
                treaty == null,
                promise.scope(),
                evidence);
    }
}
