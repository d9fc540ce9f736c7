package org.zhice.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import org.apache.jena.query.Query;

/**
 * Which release a store holds, to be cited: the first twelve digits of the SHA-256 of its sorted N-Quads. Of equal ids the
 * content is equal, wherever and whenever it was built; {@link Release#id} tells builds apart.
 */
public final class ReleaseId {
    /** Asks a store. */
    public static final Query QUERY = Queries.read(ReleaseId.class, "release.rq");

    private static final int DIGITS = 12;

    private ReleaseId() {}

    /** What a release says of itself; empty if it says nothing. */
    public static Optional<String> of(Release release) {
        return release.memo(
                ReleaseId.class, () -> Optional.of(in(release.select(QUERY))).filter(id -> !id.isEmpty()));
    }

    /** What an answer to {@link #QUERY} says; empty if nothing. */
    public static String in(Result answer) {
        return answer.rows().stream().map(row -> Result.text(row, "version")).collect(Collectors.joining("+"));
    }

    /**
     * The id of content.
     *
     * @param nquads its sorted N-Quads
     */
    public static String of(Path nquads) throws IOException {
        return ofDigest(new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(nquads));
    }

    /** The id of content that has this digest. */
    public static String ofDigest(String sha256) {
        return sha256.substring(0, DIGITS);
    }

    /** Its address in the graph. */
    public static String iri(String id) {
        return Terms.ID + "release/" + id;
    }
}
