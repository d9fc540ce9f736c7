package org.zhice.loader.extract.clean.table;

import java.util.Locale;

/** What stands in a column of a table of duties. */
public enum Column {
    NUMBER(""),
    /** What several tasks have in common. */
    GROUP(""),
    TASK(""),
    LEAD("牵头单位："),
    PART("配合单位："),
    LISTED("责任单位："),
    DEADLINE("完成时限："),
    NOTE("");

    private final String label;

    Column(String label) {
        this.label = label;
    }

    /** What stands before such a cell where it is a line of its own, or nothing. */
    String label() {
        return label;
    }

    /** Whether a cell that reaches over several rows speaks for each of them. */
    public boolean isShared() {
        return !label.isEmpty();
    }

    boolean isDuty() {
        return this == LEAD || this == PART || this == LISTED;
    }

    static Column of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
