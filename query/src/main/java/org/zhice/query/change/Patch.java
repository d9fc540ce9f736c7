package org.zhice.query.change;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.zhice.query.change.SortedLines.Side;
import org.zhice.store.ReleaseId;

/**
 * What makes one release out of another, as RDF Patch in text: a row is a line of one of the two dumps with a letter before
 * it, blank nodes with the labels that they have there.
 */
public final class Patch {
    /** A label in such brackets is meant as it is; Jena takes one without as its own encoding of another. */
    private static final Pattern SUBJECT = Pattern.compile("^_:(\\S+)");

    private static final Pattern OBJECT = Pattern.compile("^(\\S+ <[^>]*>) _:(\\S+)");

    private Patch() {}

    /** A release with its dump of packed and sorted N-Quads. */
    public record End(String release, Path nquads) {}

    /** Writes the patch as it is found, in one transaction. */
    public static void write(End before, End after, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write("H id <" + ReleaseId.iri(after.release()) + "> .\n");
        text.write("H prev <" + ReleaseId.iri(before.release()) + "> .\n");
        text.write("TX .\n");
        SortedLines.compare(before.nquads(), after.nquads(), (side, line) -> {
            if (side != Side.SAME) {
                text.write((side == Side.NEW ? "A " : "D ") + row(line) + "\n");
            }
        });
        text.write("TC .\n");
        text.flush();
    }

    private static String row(String line) {
        String subject = SUBJECT.matcher(line).replaceFirst("<_:$1>");
        return OBJECT.matcher(subject).replaceFirst("$1 <_:$2>");
    }
}
