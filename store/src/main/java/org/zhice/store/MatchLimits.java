package org.zhice.store;

import java.util.Map;
import org.apache.jena.rdf.model.Model;

/**
 * What a client that matches a list of names may ask at once.
 *
 * @param batch the most queries, things or properties
 * @param texts the most texts in all of them: each is compared with many names
 * @param characters the longest text that is compared
 */
public record MatchLimits(int batch, int texts, int characters) {
    /** @throws IllegalStateException if a configuration does not give each limit once */
    static MatchLimits read(Model config) {
        return new MatchLimits(
                Limits.number(config, "matchBatch"),
                Limits.number(config, "matchTexts"),
                Limits.number(config, "matchCharacters"));
    }

    /** Each by the name that it has in the configuration. */
    Map<String, Integer> byName() {
        return Map.of("matchBatch", batch, "matchTexts", texts, "matchCharacters", characters);
    }
}
