package org.zhice.loader.extract.kind;

import java.util.Locale;

/** The kinds of official documents that are told apart. */
public enum DocumentKind {
    /** A plan of a year or of an action. */
    PLAN("a plan"),
    /** Who does what of a plan. */
    DIVISION("a division of duties"),
    /** The main points of a campaign or of a year's work. */
    KEY_POINTS("key points of work"),
    /** A scheme or opinions: what is to be built, mostly without tasks for single agencies. */
    SCHEME("a scheme"),
    /** How something is done, for those who do it again and again. */
    GUIDANCE("rules of procedure or guidance"),
    /** An outline or a plan of many years. */
    OUTLINE("an outline"),
    /** What was done. */
    REPORT("a report"),
    /** Figures of a year or a quarter. */
    BULLETIN("a bulletin of figures"),
    /** Articles that bind. */
    REGULATION("a regulation"),
    /** A story of a newspaper or an agency. */
    NEWS("a piece of news"),
    /** None of these. */
    OTHER("a document of no known kind");

    private final String words;

    DocumentKind(String words) {
        this.words = words;
    }

    /** The kind in words, with its article. */
    public String words() {
        return words;
    }

    /** Whether its numbered items are tasks, even where no agency is named. */
    public boolean setsTasks() {
        return this == PLAN || this == DIVISION || this == KEY_POINTS || this == OUTLINE || this == SCHEME;
    }

    static DocumentKind of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
