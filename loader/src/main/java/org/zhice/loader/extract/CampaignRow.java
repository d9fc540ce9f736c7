package org.zhice.loader.extract;

/**
 * An enforcement campaign that a task names.
 *
 * @param initiative the edition as the tables point to it, such as {@code campaign/kunlun-2023}, or empty where the lexicon does not know the campaign
 * @param relation launches or concerns
 * @param printedName as printed, repaired, without quotation marks
 */
public record CampaignRow(String task, String initiative, String relation, String printedName, Evidence evidence) {}
