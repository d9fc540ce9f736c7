package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.zhice.loader.extract.clean.DutyForm;

/** Finds the outer brackets of a paragraph, also those of which one sign is missing. */
final class BracketPairs {
    private static final String STOPS = "。；！？";

    private final String text;
    private final int to;
    private final List<Integer> open = new ArrayList<>();
    private final List<Bracket> pairs = new ArrayList<>();
    private int sentence;

    private BracketPairs(String text, int from, int to) {
        this.text = text;
        this.to = to;
        this.sentence = from;
    }

    /** The brackets that stand in no other, in order of place. */
    static List<Bracket> in(String text, int from, int to) {
        BracketPairs brackets = new BracketPairs(text, from, to);
        for (int i = from; i < to; i++) {
            brackets.next(i);
        }
        return brackets.outer();
    }

    private void next(int at) {
        char c = text.charAt(at);
        if (DutyForm.OPEN.indexOf(c) >= 0) {
            open.add(at);
        } else if (DutyForm.CLOSE.indexOf(c) >= 0) {
            close(at);
        } else if (open.isEmpty() && STOPS.indexOf(c) >= 0) {
            sentence = at + 1;
        }
    }

    private void close(int at) {
        if (open.isEmpty()) {
            pairs.add(new Bracket(sentence, sentence, at, at + 1, false));
            sentence = at + 1;
        } else {
            int start = open.remove(open.size() - 1);
            pairs.add(new Bracket(start, start + 1, at, at + 1, true));
        }
    }

    /** Of pairs in order of their closing signs, an outer one comes after those inside it. */
    private List<Bracket> outer() {
        unclosed();
        List<Bracket> outer = new ArrayList<>();
        int before = to;
        for (int i = pairs.size() - 1; i >= 0; i--) {
            if (pairs.get(i).end() <= before) {
                outer.add(pairs.get(i));
                before = pairs.get(i).start();
            }
        }
        Collections.reverse(outer);
        return outer;
    }

    /**
     * What an opening sign without a partner may mean: a bracket that reaches to the end of the paragraph, or a sign too
     * many. Where the text is cut off, nobody knows, and what stands inside is not taken for the whole.
     */
    private void unclosed() {
        for (int start : open) {
            if (to - start <= Bracket.LONGEST
                    && text.substring(start, Math.max(start, to - 1)).indexOf('。') < 0) {
                unclosed(start);
            }
        }
    }

    /** Whether nothing but blanks follows. */
    private boolean endsText() {
        int at = to;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length();
    }

    private void unclosed(int start) {
        int end = to;
        while (end > start + 1 && "。；， ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        Bracket bracket = new Bracket(start, start + 1, end, end, false);
        if (bracket.isFinished(text) || bracket.isLabelledList(text) || endsText()) {
            pairs.removeIf(pair -> pair.start() > start);
            pairs.add(bracket);
        } else {
            pairs.removeIf(pair -> pair.start() > start && !pair.isStrong(text));
        }
    }
}
