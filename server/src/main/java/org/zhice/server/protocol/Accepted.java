package org.zhice.server.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * What a header says of some media types: of equal texts the choice among any of these is equal.
     *
     * @param accept the header
     */
    public static String wishes(String accept, List<String> types) {
        List<MediaRange> ranges = MediaRange.all(accept);
        String named = accept.toLowerCase(Locale.ROOT);
        return types.stream()
                .map(type -> MediaRange.wish(ranges, type) + (named.contains(type) ? "!" : ""))
                .collect(Collectors.joining(" ", ranges.isEmpty() ? "any " : "", ""));
    }

    /** Whether a media type is as welcome as JSON or more. */
    public static boolean prefers(String accept, String type) {
        return best(accept, List.of(type, "application/json"))
                .filter(type::equals)
                .isPresent();
    }
}
