package org.zhice.loader.input;

/** Told how far a build is. */
@FunctionalInterface
public interface Progress {
    /** For who does not want to know. */
    Progress NONE = (step, done, total) -> {};

    /**
     * Called at the start of a step with 0, while it runs, and at its end with {@code done == total}.
     *
     * @param step an English word or two
     * @param total how many units the step has, 0 if unknown
     */
    void at(String step, long done, long total);
}
