package org.zhice.loader.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.Finding;

/**
 * What became of one document.
 *
 * @param file the document
 * @param out the folder with its rows and its sheet: of one read again, that of what differs
 * @param extraction empty if it was not read
 * @param hidden words outside the running text
 * @param refused why it was not read
 */
public record Outcome(
        Path file, Path out, What what, Optional<Extraction> extraction, List<String> hidden, List<Finding> refused) {

    /** The kinds of outcomes. */
    public enum What {
        /** Its rows are there to review. */
        READ,
        /** Its folder holds rows already and was left as it is. */
        KEPT,
        /** Read again, and nothing differs. */
        SAME,
        /** Read again, and something differs. */
        AGAIN,
        /** There was nothing to read in it. */
        REFUSED
    }

    static Outcome of(Path file, Path out, What what, Extraction extraction, List<String> hidden) {
        return new Outcome(file, out, what, Optional.of(extraction), hidden, List.of());
    }

    /** The page that a person looks at. */
    public Path sheet() {
        return out.resolve("review.html");
    }
}
