package org.zhice.loader.extract;

import java.util.List;

/** One step of cleaning: says what to change, in order of place and without overlap, and changes nothing itself. */
interface Repair {
    List<Edit> edits(String text);
}
