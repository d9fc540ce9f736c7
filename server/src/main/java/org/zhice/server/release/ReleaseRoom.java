package org.zhice.server.release;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Links;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;
import org.zhice.store.DataFolder;
import org.zhice.store.dump.Dumps;

/**
 * The releases of a checkout.
 *
 * @param home the checkout; without dumps in it the pages say so
 */
public record ReleaseRoom(Path home, SavedQueries queries) implements Room {
    static final String DUMPS = "/dumps/";
    static final String RELEASES = "/releases";
    static final String FEED = "/releases.atom";
    static final String FEED_TYPE = "application/atom+xml";

    private static final Pattern SERVED = Pattern.compile("zhice-[0-9a-f]+\\.((nq|ttl)\\.gz(\\.sha256)?|json)");

    @Override
    public void mount(Routes routes) {
        Dumps dumps = Dumps.in(home);
        routes.files("/dumps", DataFolder.of(home), "dumps", SERVED)
                .page("/dumps/*", new DumpsPage(dumps))
                .page(RELEASES, new ReleasesPage(dumps))
                .query(RELEASES + "/*", new ReleasePages(dumps, queries))
                .page(FEED, new FeedPage(dumps));
    }

    /** The header {@code Link} of all pages of the room. */
    static String links(String... more) {
        String feed = Links.link(FEED, "alternate") + "; type=\"" + FEED_TYPE + "\"";
        return Links.header(Stream.concat(Stream.of(feed), Stream.of(more)).toList());
    }

    /** Where a release is told of. */
    static String address(String release) {
        return RELEASES + "/" + release;
    }
}
