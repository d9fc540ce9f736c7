package org.zhice.loader.extract;

import java.util.List;

/**
 * The repaired, simplified text of a document, one paragraph a line, with the way back to the original.
 *
 * <p>Each step of cleaning looks at the text as the step before left it.
 */
public final class CleanText {
    private final Draft draft;

    private CleanText(Draft draft) {
        this.draft = draft;
    }

    /** Cleans a document; what cannot be repaired stays as it is and is among the {@link #damages()}. */
    public static CleanText of(String original) {
        Draft draft = new Draft(original);
        Words words = new Words();
        Simplify simplify = new Simplify();
        List<Repair> repairs = List.of(
                new Blanks(),
                new Pinyin(),
                new Slips(simplify),
                simplify,
                new Width(),
                new PageNumbers(),
                new Noise(),
                new LostBreaks(),
                new FalseBreaks(words),
                new Spaces(words),
                new Brackets());
        repairs.forEach(draft::apply);
        return new CleanText(draft);
    }

    /** The clean text. */
    public String text() {
        return draft.text();
    }

    /**
     * The original of a stretch of the clean text.
     *
     * @param from first character, in UTF-16 units of {@link #text()}
     * @param to one past the last
     */
    public Passage passage(int from, int to) {
        return draft.passage(from, to);
    }

    /** What was repaired, step by step. */
    public List<Damage> damages() {
        return List.copyOf(draft.damages());
    }
}
