package org.zhice.server.reading;

import java.util.Locale;

/** What a passage states, as the legend tells kinds apart. */
enum Kind {
    HEADING("text.kind.heading"),
    TASK("text.kind.task"),
    DUTY("text.kind.duty"),
    ACT("text.kind.act"),
    WORK("text.kind.work"),
    FIGURE("text.kind.figure"),
    NAMED("text.kind.named"),
    OTHER("text.kind.other");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The key of its word. */
    String word() {
        return word;
    }

    /** Its class in the style sheet. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether such a passage is a block of its own, and not a part of one. */
    boolean isBlock() {
        return this == HEADING || this == TASK;
    }
}
