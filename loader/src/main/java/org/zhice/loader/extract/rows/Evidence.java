package org.zhice.loader.extract.rows;

import java.util.Objects;
import org.zhice.loader.extract.clean.draft.Passage;

/**
 * Why a row is believed.
 *
 * @param rule id of the rule that found it
 * @param confidence from 0 (a guess) to 1 (printed in so many words), in thousandths
 * @param passage what states it
 */
public record Evidence(String rule, double confidence, Passage passage) {
    private static final double THOUSANDTHS = 1000;

    public Evidence {
        Objects.requireNonNull(rule, "null rule");
        Objects.requireNonNull(passage, "null passage");
        confidence = Math.round(confidence * THOUSANDTHS) / THOUSANDTHS;
    }
}
