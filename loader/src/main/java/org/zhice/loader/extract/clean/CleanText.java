package org.zhice.loader.extract.clean;

import java.util.List;
import java.util.Set;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Draft;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.clean.draft.Repair;
import org.zhice.loader.extract.clean.table.DutyTables;
import org.zhice.loader.extract.clean.word.Words;

/**
 * The repaired, simplified text of a document, one paragraph a line, with the way back to the original.
 *
 * <p>Each step of cleaning looks at the text as the step before left it.
 */
public final class CleanText {
    private final String original;
    private final Draft draft;

    private CleanText(String original, Draft draft) {
        this.original = original;
        this.draft = draft;
    }

    /** Cleans a document without words of its field. */
    public static CleanText of(String original) {
        return of(original, Set.of());
    }

    /**
     * Cleans a document; what cannot be repaired stays as it is and is among the {@link #damages()}.
     *
     * @param terms names and terms that documents of its field hold, simplified: they help to tell what damaged words were
     */
    public static CleanText of(String original, Set<String> terms) {
        Draft draft = new Draft(original);
        Words words = new Words();
        apply(
                draft,
                List.of(
                        new DutyTables(),
                        new Entities(),
                        new Blanks(),
                        new Compatibility(),
                        new LetterSpacing(),
                        new Contents(),
                        new Pinyin()));
        apply(draft, Words.repairs(terms));
        apply(
                draft,
                List.of(
                        new Width(),
                        new PageNumbers(),
                        new Noise(),
                        new LostBreaks(),
                        new FalseBreaks(words),
                        new Spaces(words),
                        new Brackets()));
        return new CleanText(original, draft);
    }

    private static void apply(Draft draft, List<Repair> repairs) {
        repairs.forEach(draft::apply);
    }

    /** The document as it was copied. */
    public String original() {
        return original;
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

    /** The numbers that open chapters, sections and tasks of the clean text, in order of place. */
    public List<Marker> markers() {
        return Markers.find(draft.text());
    }

    /** What was repaired, step by step. */
    public List<Damage> damages() {
        return List.copyOf(draft.damages());
    }
}
