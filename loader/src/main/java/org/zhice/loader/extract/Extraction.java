package org.zhice.loader.extract;

import java.util.List;

/**
 * All rows that one document yields.
 *
 * @param document its id
 * @param damages what was repaired, and what could not be
 * @param doubts what a person should look at
 */
public record Extraction(
        String document,
        List<Section> sections,
        List<TaskRow> tasks,
        List<ResponsibilityRow> responsibilities,
        List<ActionRow> actions,
        List<CampaignRow> campaigns,
        List<Damage> damages,
        List<Report> doubts) {
    public Extraction {
        sections = List.copyOf(sections);
        tasks = List.copyOf(tasks);
        responsibilities = List.copyOf(responsibilities);
        actions = List.copyOf(actions);
        campaigns = List.copyOf(campaigns);
        damages = List.copyOf(damages);
        doubts = List.copyOf(doubts);
    }
}
