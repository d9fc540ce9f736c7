package org.zhice.loader.extract.clean.draft;

import java.util.List;

/** One step of cleaning: says what to change, and changes nothing itself. */
public interface Repair {
    /** The changes in order of place and without overlap. */
    List<Edit> edits(String text);

    /**
     * One change of the text.
     *
     * @param kind the damage that it repairs, or null for a change that nobody needs to know
     * @param from first character, in UTF-16 units of the text before the change
     * @param to one past the last
     * @param with the new characters
     */
    record Edit(Damage.Kind kind, int from, int to, String with) {}
}
