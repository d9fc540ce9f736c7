package org.zhice.loader.extract.account;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.zhice.loader.extract.account.Account.Kind;
import org.zhice.loader.extract.account.Account.Stretch;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.Marker;
import org.zhice.loader.extract.clean.Substance;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Passage;

/** Makes the account of one document from what its readers report. */
public final class Accounting {
    private static final String STOPS = "。，；、！？：,.;:!?";

    private final CleanText clean;
    private final int[] points;
    private final Kind[] kinds;

    private Accounting(CleanText clean) {
        this.clean = clean;
        this.points = clean.original().codePoints().toArray();
        this.kinds = new Kind[points.length];
        Arrays.fill(kinds, Kind.UNREAD);
    }

    /**
     * Accounts for each character.
     *
     * @param headings the words of chapters and sections
     * @param evidence on what all other rows rest
     * @param hidden words outside the running text
     */
    public static Account of(
            CleanText clean, Collection<Passage> headings, Collection<Passage> evidence, List<String> hidden) {
        Accounting accounting = new Accounting(clean);
        TitleLines.of(clean).forEach(passage -> accounting.fill(passage.start(), passage.end(), Kind.HEADING));
        headings.forEach(passage -> accounting.fill(passage.start(), passage.end(), Kind.HEADING));
        evidence.forEach(passage -> accounting.fill(passage.start(), passage.end(), Kind.EVIDENCE));
        accounting.numbers();
        accounting.cut(Damage.Kind.LEFT_OUT, Kind.UNREAD);
        accounting.cut(Damage.Kind.NOISE, Kind.NOISE);
        accounting.cut(Damage.Kind.PAGE_NUMBER, Kind.NOISE);
        accounting.marks();
        return accounting.account(hidden);
    }

    private void fill(int start, int end, Kind kind) {
        Arrays.fill(kinds, start, end, kind);
    }

    /** A number before words that were read was read with them. */
    private void numbers() {
        for (Marker marker : clean.markers()) {
            Passage number = clean.passage(marker.start(), marker.end());
            int next = number.end();
            while (next < points.length && Character.isWhitespace(points[next])) {
                next++;
            }
            if (next < kinds.length && kinds[next] != Kind.UNREAD) {
                for (int i = number.start(); i < number.end(); i++) {
                    kinds[i] = kinds[i] == Kind.UNREAD ? Kind.HEADING : kinds[i];
                }
            }
        }
    }

    private void cut(Damage.Kind damaged, Kind kind) {
        clean.damages().stream()
                .filter(damage -> damage.kind() == damaged)
                .forEach(damage -> fill(damage.start(), damage.end(), kind));
    }

    /** Line ends that are none of the document do not part what was not read; all other blanks and marks say nothing. */
    private void marks() {
        BitSet joined = new BitSet();
        clean.damages().stream()
                .filter(damage -> damage.kind() == Damage.Kind.BREAK_ADDED)
                .forEach(damage -> joined.set(damage.start(), damage.end()));
        for (int i = 0; i < points.length; ) {
            int end = i;
            while (end < points.length && kinds[end] == Kind.UNREAD && (!isLineEnd(end) || joined.get(end))) {
                end++;
            }
            trim(i, end);
            if (end < points.length && kinds[end] == Kind.UNREAD) {
                kinds[end] = Kind.NOISE;
            }
            i = end + 1;
        }
    }

    private boolean isLineEnd(int at) {
        return points[at] == '\n' || points[at] == '\r';
    }

    /** Takes blanks and stops at the edges of what was not read for noise, and all of it where no letter is left. */
    private void trim(int from, int to) {
        boolean says = Arrays.stream(points, from, to).anyMatch(Character::isLetterOrDigit);
        int start = from;
        while (start < to && (!says || isEdge(points[start]))) {
            kinds[start++] = Kind.NOISE;
        }
        for (int end = to; end > start && isEdge(points[end - 1]); end--) {
            kinds[end - 1] = Kind.NOISE;
        }
    }

    private static boolean isEdge(int point) {
        return STOPS.indexOf(point) >= 0 || Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private Account account(List<String> hidden) {
        List<Stretch> stretches = new ArrayList<>();
        int read = 0;
        int unread = 0;
        for (int start = 0, end; start < points.length; start = end) {
            Kind kind = kinds[start];
            end = start + 1;
            while (end < points.length && kinds[end] == kind) {
                end++;
            }
            stretches.add(new Stretch(kind, start, end, holds(kind, start, end)));
            int letters = (int) Arrays.stream(points, start, end)
                    .filter(Character::isLetterOrDigit)
                    .count();
            unread += kind == Kind.UNREAD ? letters : 0;
            read += kind == Kind.EVIDENCE || kind == Kind.HEADING ? letters : 0;
        }
        return new Account(stretches, read, unread, hidden);
    }

    private Optional<Substance> holds(Kind kind, int start, int end) {
        return kind == Kind.UNREAD ? Substance.in(new String(points, start, end - start)) : Optional.empty();
    }
}
