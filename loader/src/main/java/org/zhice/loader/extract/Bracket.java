package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.loader.extract.clean.DutyForm;
import org.zhice.loader.extract.duty.AgencyForm;
import org.zhice.loader.extract.duty.DutySentences;

/**
 * The bracket that names who is responsible, the lines under a task that do so behind a label such as
 * 责任单位, or a sentence that does.
 *
 * @param start the opening bracket
 * @param contentStart first character inside
 * @param contentEnd one past the last inside
 * @param end one past the closing bracket
 * @param whole whether both brackets are there
 */
record Bracket(int start, int contentStart, int contentEnd, int end, boolean whole) {
    /** A longer bracket is a remark. */
    static final int LONGEST = 400;

    private static final Pattern STRONG = Pattern.compile(
            "负责|牵头|承担|会同|分工|" + DutyForm.LABEL + "|(?:配合|参与|协助|落实|实施)(?=[，；。]|$)|(?:牵头|责任|配合|参与|负责|主办|协办) ?：");
    private static final Pattern SIGN = Pattern.compile("[、，；](?![^（]*）)");
    private static final Pattern HOLDS = Pattern.compile("(?:负责|牵头)(?:$|[，。；])");
    private static final Pattern LABELLED = Pattern.compile(" ?" + DutyForm.LABEL + " ?[:：]");
    private static final Pattern FINISHED = Pattern.compile("(?:" + DutyForm.VERB + "|分工)$");
    private static final Pattern REST =
            Pattern.compile("[。；）】〕\\]\\s]*(?:$|\\n|上述|以上|(?:完成|实施)?时[限间]|20\\d\\d年|持续|长期)");

    /** The last duty of a stretch of text that nothing but a stop, a deadline or a new paragraph follows. */
    static Optional<Bracket> lastIn(String text, int from, int to) {
        List<Bracket> all = allIn(text, from, to);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Every duty of a stretch of text, in order; empty if the stretch does not end in one. Linear in its length. */
    static List<Bracket> allIn(String text, int from, int to) {
        List<Bracket> pairs = new ArrayList<>();
        for (int line = from; line < to; ) {
            int next = text.indexOf('\n', line);
            int end = next < 0 || next > to ? to : next;
            pairs.addAll(BracketPairs.in(text, line, end));
            line = end + 1;
        }
        List<Bracket> found = new ArrayList<>(
                pairs.stream().filter(pair -> pair.isDuty(text, to)).toList());
        NavigableMap<Integer, Bracket> byStart = new TreeMap<>();
        pairs.forEach(pair -> byStart.put(pair.start(), pair));
        LabelledLines.in(text, from, to).stream()
                .filter(lines -> !lines.isWithin(byStart.floorEntry(lines.start())))
                .forEach(found::add);
        NavigableMap<Integer, Bracket> others = new TreeMap<>();
        found.forEach(duty -> others.put(duty.start(), duty));
        DutySentences.in(text, from, to).stream()
                .filter(span -> span.end() < text.length())
                .map(span -> new Bracket(span.start(), span.start(), span.end(), span.end(), true))
                .filter(duty ->
                        !duty.isWithin(byStart.floorEntry(duty.start())) && !duty.meets(others.lowerEntry(duty.end())))
                .forEach(found::add);
        found.sort(Comparator.comparingInt(Bracket::start));
        return found.stream().anyMatch(duty -> duty.isLast(text, to) || duty.endsSentence(text)) ? found : List.of();
    }

    /** Whether this stands whole after a finished sentence, whatever follows. */
    private boolean endsSentence(String text) {
        return whole && start > 0 && "。！？；".indexOf(text.charAt(start - 1)) >= 0 && isStrong(text);
    }

    private boolean isWithin(Map.Entry<Integer, Bracket> lastBefore) {
        return lastBefore != null && start < lastBefore.getValue().end();
    }

    private boolean meets(Map.Entry<Integer, Bracket> lastBeforeEnd) {
        return lastBeforeEnd != null && start < lastBeforeEnd.getValue().end();
    }

    private boolean isDuty(String text, int to) {
        if (contentEnd <= contentStart || contentEnd - contentStart > LONGEST || !namesBody(text)) {
            return false;
        }
        if (!whole) {
            return isStrong(text)
                    && (isFinished(text) || isLabelledList(text))
                    && (end > contentEnd || endsParagraph(text));
        }
        boolean strong = isStrong(text);
        if (isLast(text, to)) {
            return strong || isListOfBodies(text.substring(contentStart, contentEnd));
        }
        boolean between = start > 0 && "。！？；".indexOf(text.charAt(start - 1)) >= 0;
        boolean before = end < to && "。，；".indexOf(text.charAt(end)) >= 0;
        return strong && (between || (before && isFinished(text)));
    }

    /** Whether a word says that this is a duty. */
    boolean isStrong(String text) {
        return STRONG.matcher(text).region(contentStart, contentEnd).find();
    }

    /** Whether the last word is one that ends a list of agencies. */
    boolean isFinished(String text) {
        return FINISHED.matcher(text).region(contentStart, contentEnd).find();
    }

    /** Whether a line end follows: without one the document may be cut off here. */
    private boolean endsParagraph(String text) {
        int at = end;
        while (at < text.length() && "。；，、 ".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '\n';
    }

    /** A remark names no body, and no word says that somebody is in charge. */
    private boolean namesBody(String text) {
        return AgencyForm.isNamedIn(text, contentStart, contentEnd)
                || HOLDS.matcher(text).region(contentStart, contentEnd).find();
    }

    /** Whether the words begin with a label and end with the name of a body, so that they are not cut off. */
    boolean isLabelledList(String text) {
        String words = text.substring(contentStart, contentEnd);
        String[] names = SIGN.split(words, -1);
        return LABELLED.matcher(words).lookingAt() && AgencyForm.isBody(names[names.length - 1]);
    }

    private static boolean isListOfBodies(String content) {
        return Stream.of(SIGN.split(content, -1))
                .allMatch(name -> AgencyForm.isBody(name.endsWith("等") ? name.substring(0, name.length() - 1) : name));
    }

    private boolean isLast(String text, int to) {
        return REST.matcher(text).region(Math.min(end, to), to).lookingAt();
    }
}
