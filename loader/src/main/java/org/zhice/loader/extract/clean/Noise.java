package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/**
 * Takes away the lines that a web page prints around a document and those that {@link NoiseLine} knows within it. Where a
 * document has duties, lines that only look like those of a page are left out before its first number and after its last
 * duty, but not called noise: they may have been a part of the document.
 */
final class Noise implements Repair {
    private static final Pattern LAST_DUTY =
            Pattern.compile("(?:负责|牵头|配合|参与|落实)(?:[）)】〕]|。?$)|" + DutyForm.LABEL + "[:：][^。\\n]*", Pattern.MULTILINE);
    private static final int LONGEST_TAIL = 3000;

    @Override
    public List<Edit> edits(String text) {
        List<Marker> markers = Markers.find(text);
        int duty = lastDuty(text);
        int head = markers.isEmpty() ? 0 : markers.get(0).start();
        int last = markers.isEmpty() ? 0 : markers.get(markers.size() - 1).end();
        int tail = tail(text, duty > 0 ? duty : last, duty > 0);
        List<Edit> edits = new ArrayList<>();
        for (int start = 0; start < tail; start = lineEnd(text, start)) {
            line(text, start, Math.min(tail, lineEnd(text, start)), head, duty, edits);
        }
        cut(text, tail, edits);
        return edits;
    }

    private static void line(String text, int start, int end, int head, int duty, List<Edit> edits) {
        String words = text.substring(start, end);
        boolean inside = start >= head && end <= duty;
        if (NoiseLine.isKnown(words)) {
            if (!inside || !NoiseLine.mayBelong(words)) {
                edits.add(new Edit(Damage.Kind.NOISE, start, end, ""));
            }
        } else if (duty > 0 && end <= head && NoiseLine.isLikely(words)) {
            edits.add(new Edit(Damage.Kind.LEFT_OUT, start, end, ""));
        } else if (end <= head || duty == 0) {
            int rest = restOf(text, start, end, false);
            if (rest < end) {
                edits.add(new Edit(Damage.Kind.NOISE, rest, end, "\n"));
            }
        }
    }

    private static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end + 1;
    }

    private static int lastDuty(String text) {
        int last = 0;
        Matcher duty = LAST_DUTY.matcher(text);
        while (duty.find()) {
            last = duty.end();
        }
        return last;
    }

    /** Goes up from the last line as long as lines are known or may be links, and begins with the first known one. */
    private static int tail(String text, int from, boolean links) {
        int start = text.length();
        for (int end = text.length(); end > from; end = start) {
            int line = Math.max(from, text.lastIndexOf('\n', end - 2) + 1);
            String words = text.substring(line, end);
            if (line > from && (words.isBlank() || NoiseLine.isKnown(words) || (links && NoiseLine.isLink(words)))) {
                start = line;
            } else {
                start = restOf(text, line, end, links);
                break;
            }
        }
        int tail = firstKnown(text, start);
        while (tail > from && tail < text.length() && " |".indexOf(text.charAt(tail - 1)) >= 0) {
            tail--;
        }
        return tail;
    }

    /** Where the end of the page begins within a line: from there on each word is known, or may be a link. */
    private static int restOf(String text, int line, int end, boolean links) {
        int from = Math.max(line, end - (links ? LONGEST_TAIL : NoiseLine.LONGEST));
        Matcher tail = NoiseLine.tail(text, from, end);
        while (tail.find()) {
            String rest = text.substring(tail.start("noise"), end);
            if (NoiseLine.isKnown(rest) || (links && areLinks(rest))) {
                return tail.start("noise");
            }
        }
        return NoiseLine.isKnown(text.substring(line, end)) ? line : end;
    }

    private static boolean areLinks(String rest) {
        for (String words : rest.strip().split(" +", -1)) {
            if (!NoiseLine.isKnown(words) && !NoiseLine.isLink(words)) {
                return false;
            }
        }
        return true;
    }

    private static int firstKnown(String text, int from) {
        for (int start = from; start < text.length(); start = lineEnd(text, start)) {
            String words = text.substring(start, lineEnd(text, start));
            if (NoiseLine.opensTail(words) || NoiseLine.isKnown(words)) {
                return start;
            }
        }
        return text.length();
    }

    private static void cut(String text, int from, List<Edit> edits) {
        for (int start = from; start < text.length(); start = lineEnd(text, start)) {
            int end = lineEnd(text, start);
            String words = text.substring(start, end);
            boolean known = words.isBlank() || NoiseLine.isKnown(words);
            String with = start == from && from > 0 && text.charAt(from - 1) != '\n' ? "\n" : "";
            edits.add(new Edit(known ? Damage.Kind.NOISE : Damage.Kind.LEFT_OUT, start, end, with));
        }
    }
}
