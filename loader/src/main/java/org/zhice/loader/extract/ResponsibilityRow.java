package org.zhice.loader.extract;

/**
 * One agency in one task.
 *
 * @param position place in the bracket, from 1
 * @param agency id, or empty where the lexicon does not know the name
 * @param printedName the name as printed, repaired
 * @param role sole, lead or participant
 * @param roleBasis only-listed, first-listed-rule, later-listed-rule or explicit-word; empty where the document does not
 *     say who leads
 */
public record ResponsibilityRow(
        String task,
        int position,
        String agency,
        String printedName,
        String role,
        String roleBasis,
        Evidence evidence) {}
