package org.zhice.server.protocol;

import java.util.List;
import java.util.Optional;

/** Content negotiation by the {@code Accept} header (RFC 9110). */
public final class Accepted {
    private Accepted() {}

    /**
     * The best of the media types offered, the first of them without a header; empty if none is accepted.
     *
     * @param accept the header, null if there is none; one that holds no media range counts as none
     */
    public static Optional<String> best(String accept, List<String> offered) {
        List<MediaRange> ranges = accept == null ? List.of() : MediaRange.all(accept);
        return ranges.isEmpty() ? Optional.of(offered.get(0)) : MediaRange.best(ranges, offered);
    }

    /** Whether a media type is as welcome as JSON or more. */
    public static boolean prefers(String accept, String type) {
        return best(accept, List.of(type, "application/json"))
                .filter(type::equals)
                .isPresent();
    }
}
