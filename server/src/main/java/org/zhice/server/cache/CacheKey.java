package org.zhice.server.cache;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.server.web.Language;

/**
 * All that an answer depends on.
 *
 * @param release the build from which it is made
 * @param asked the address with scheme and host; of a SPARQL query its text and parameters in one spelling
 * @param wishes what the client says of forms, as {@link org.zhice.server.web.Format#wishes}
 * @param language of the client
 * @param packed whether the client takes gzip
 */
record CacheKey(String release, String asked, String wishes, Language language, boolean packed) {
    private static final Pattern SITE = Pattern.compile("https?://[A-Za-z0-9.:\\[\\]-]+(?=/)");

    /** Of a file. */
    static CacheKey ofFile(String release, String address, boolean packed) {
        return new CacheKey(release, address, "", Language.EN, packed);
    }

    /** Of an answer that was made from another release than was served when it was asked for. */
    CacheKey of(String other) {
        return new CacheKey(other, asked, wishes, language, packed);
    }

    /** Scheme and host, of a page. */
    Optional<String> site() {
        Matcher site = SITE.matcher(asked);
        return site.lookingAt() ? Optional.of(site.group()) : Optional.empty();
    }

    /** Its characters are two bytes each, unless all are Latin; the other texts are shared. */
    int bytes() {
        return 2 * asked.length();
    }
}
