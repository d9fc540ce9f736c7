package org.zhice.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.store.Label;

/**
 * What a saved query is, for people.
 *
 * @param title its name
 * @param question what it asks, in words
 * @param columns names of result columns; a column may be missing here, and one name serves {@code x_en} and {@code x_zh}
 * @param tags words to find it by
 * @param askedBy who asks it, in a few words; may be empty
 * @param status how far the graph can answer it
 * @param reason why it is not answerable, or only partly; empty if it is
 * @param chart how to draw the answer, if it says so
 * @param roles what columns are in the chart, of {@link Chart#ROLES}; one name serves {@code x_en} and {@code x_zh}
 */
public record About(
        Label title,
        Label question,
        Map<String, Label> columns,
        List<String> tags,
        Label askedBy,
        Status status,
        Label reason,
        Optional<Chart> chart,
        Map<String, String> roles) {
    public About {
        columns = Map.copyOf(columns);
        roles = Map.copyOf(roles);
        tags = List.copyOf(tags);
    }
}
