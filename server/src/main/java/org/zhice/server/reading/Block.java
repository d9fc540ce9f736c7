package org.zhice.server.reading;

import java.util.List;
import java.util.Optional;

/**
 * A heading, a task or a paragraph of a text.
 *
 * @param own the passage that makes it; empty for a paragraph
 */
record Block(Optional<Passage> own, List<Segment> segments) {
    /**
     * Characters that the same passages cover.
     *
     * @param passages the narrowest first; none for what states nothing
     * @param beginning those of them that begin here, likewise
     */
    record Segment(String text, List<Passage> passages, List<Passage> beginning) {}
}
