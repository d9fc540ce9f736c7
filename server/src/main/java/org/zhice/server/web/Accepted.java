package org.zhice.server.web;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.web.AcceptList;
import org.apache.jena.atlas.web.MediaType;

/** Content negotiation by the {@code Accept} header. */
public final class Accepted {
    private Accepted() {}

    /** The best of the media types offered, the first of them without a header; empty if none is accepted. */
    public static Optional<String> best(String accept, List<String> offered) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(offered.get(0));
        }
        AcceptList offer = AcceptList.create(offered.toArray(String[]::new));
        return Optional.ofNullable(AcceptList.match(new AcceptList(accept), offer))
                .map(MediaType::getContentTypeStr);
    }

    /** Whether a media type is as welcome as JSON or more. */
    static boolean prefers(String accept, String type) {
        return best(accept, List.of(type, "application/json"))
                .filter(type::equals)
                .isPresent();
    }
}
