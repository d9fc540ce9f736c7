package org.zhice.loader.extract;

/**
 * What a task promises about one instrument.
 *
 * @param ordinal order of first mention in the task, from 1
 * @param instrument id, or empty where the lexicon does not know the title
 * @param title the title as printed, repaired, without 《》
 * @param verbPhrase the printed words of the promise
 * @param quoted whether the title stands in 《》
 * @param scope the part of the instrument that is meant, or empty
 */
public record ActionRow(
        String task,
        int ordinal,
        String instrument,
        String title,
        String action,
        String commitment,
        String verbPhrase,
        boolean quoted,
        String scope,
        Evidence evidence) {}
