package org.zhice.loader.extract.rows;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands around the body of a document and says which document it is.
 *
 * @param title as printed, repaired, without 《》; of a letter that carries a document, that of the document
 * @param number the official number, such as 竹发〔2031〕5号
 * @param issuer the printed name of the body that made it public
 * @param issued the day, ISO
 * @param brokenOff the last words of a text that ends in the middle of a sentence
 */
public record Frame(
        Optional<Stated> title,
        Optional<Stated> number,
        Optional<Stated> issuer,
        Optional<Stated> issued,
        Optional<Evidence> brokenOff) {

    /** Of what says which document it is. */
    public Stream<Evidence> evidence() {
        return Stream.of(title, number, issuer, issued)
                .flatMap(Optional::stream)
                .map(Stated::evidence);
    }

    /** A value and what states it. */
    public record Stated(String value, Evidence evidence) {}
}
