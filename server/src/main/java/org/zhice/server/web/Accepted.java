package org.zhice.server.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaRange;
import org.apache.jena.atlas.web.MediaType;

/** Content negotiation by the {@code Accept} header. */
public final class Accepted {
    private Accepted() {}

    /** The best of the media types offered, the first of them without a header; empty if none is accepted. */
    public static Optional<String> best(String accept, List<String> offered) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.get(0));
        }
        AcceptList accepted = new AcceptList(accept.toLowerCase(Locale.ROOT));
        String[] left = offered.stream()
                .filter(type -> !isRefused(MediaType.create(type), accepted))
                .toArray(String[]::new);
        return Optional.ofNullable(AcceptList.match(accepted, AcceptList.create(left)))
                .map(MediaType::getContentTypeStr);
    }

    /** Whether the most exact of the ranges that hold a type has the quality 0, which Jena takes for a low one. */
    private static boolean isRefused(MediaType type, AcceptList accepted) {
        return accepted.entries().stream()
                .filter(range -> range.accepts(type))
                .max(Comparator.comparingInt(Accepted::exactness))
                .filter(range -> range.get_q() <= 0)
                .isPresent();
    }

    private static int exactness(MediaRange range) {
        return (range.getType().equals("*") ? 0 : 1) + (range.getSubType().equals("*") ? 0 : 1);
    }

    /** Whether a media type is as welcome as JSON or more. */
    static boolean prefers(String accept, String type) {
        return best(accept, List.of(type, "application/json"))
                .filter(type::equals)
                .isPresent();
    }
}
