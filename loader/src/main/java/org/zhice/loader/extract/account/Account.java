package org.zhice.loader.extract.account;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhice.loader.extract.clean.Substance;

/**
 * What became of each character of a document. Every code point of the text as it was copied is in exactly one stretch, and
 * so of exactly one kind.
 *
 * @param stretches in the order of the text, without gaps
 * @param read how many letters and digits are evidence of a row or a heading
 * @param unread how many are neither, and no noise
 * @param hidden words outside the running text, which are no part of it
 */
public record Account(List<Stretch> stretches, int read, int unread, List<String> hidden) {
    public Account {
        stretches = List.copyOf(stretches);
        hidden = List.copyOf(hidden);
    }

    /** What a character was taken for. */
    public enum Kind {
        /** A row rests on it. */
        EVIDENCE,
        /** The title, or the number or words of a heading. */
        HEADING,
        /** What is known not to belong to the document: what cleaning knows, and marks and blanks between words. */
        NOISE,
        /** Nothing was made of it. */
        UNREAD
    }

    /**
     * Characters in a row that are of one kind.
     *
     * @param start first, in code points
     * @param end one past the last
     * @param holds of what a row could have been made; empty but for what was not read
     */
    public record Stretch(Kind kind, int start, int end, Optional<Substance> holds) {}

    /** What was not read, in pieces of a paragraph at most. */
    public Stream<Stretch> unreadStretches() {
        return stretches.stream().filter(stretch -> stretch.kind() == Kind.UNREAD);
    }

    /** What was not read though a row could have been made of it. */
    public Stream<Stretch> lost() {
        return stretches.stream().filter(stretch -> stretch.holds().isPresent());
    }

    /** Whether something was not read of which a row could have been made. */
    public boolean isPartial() {
        return lostPieces() > 0;
    }

    /** How many pieces were not read, of the text or of what a page hides, of which a row could have been made. */
    public long lostPieces() {
        return lost().count()
                + hidden.stream()
                        .filter(words -> Substance.in(words).isPresent())
                        .count();
    }

    /** How much of the letters and digits was read, in percent; 100 only if all was. */
    public int percentRead() {
        return unread == 0 ? 100 : (int) (read * 100L / (read + unread));
    }
}
