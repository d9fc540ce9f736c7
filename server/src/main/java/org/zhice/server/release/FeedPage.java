package org.zhice.server.release;

import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.store.Release;
import org.zhice.store.dump.Dumps;

/** The releases as a feed. */
record FeedPage(Dumps dumps) implements Page {
    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        Messages words = Messages.in(client.language(), FeedPage.class);
        try {
            String feed = Feed.of(dumps, client.site(), words);
            byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
            return Answer.of(ReleaseRoom.FEED_TYPE + "; charset=utf-8", out -> out.write(bytes))
                    .with("Content-Language", client.language().tag())
                    .with("Link", ReleaseRoom.links());
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}
