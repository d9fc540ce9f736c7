package org.zhice.store.follow;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where releases are published: a folder, by a path or over HTTP. */
public interface Source {
    /** No description of a release is longer. */
    int LONGEST = 1 << 20;

    /**
     * A source by its address.
     *
     * @param address {@code http://…} or {@code https://…} of a folder, or the path of one, which may be missing
     * @throws IllegalArgumentException if it is neither
     */
    static Source of(String address) {
        if (!address.contains("://")) {
            return new FolderSource(Path.of(address).toAbsolutePath());
        }
        URI uri = URI.create(address.endsWith("/") ? address : address + "/");
        boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getQuery() != null) {
            throw new IllegalArgumentException(address);
        }
        return new HttpSource(uri);
    }

    /** The pointer, with what tells whether it is another one by the next time. */
    record Pointer(String text, String tag) {}

    /** The bytes of a file, from a place on. */
    record Bytes(InputStream in, long from) {}

    /**
     * The pointer.
     *
     * @param tag of the one that is known; empty if none is
     * @return empty if it is the one that is known
     */
    Optional<Pointer> pointer(String tag) throws IOException;

    /**
     * Opens a file.
     *
     * @param from how many bytes are here by now
     * @return from there, or from the beginning if the source gives whole files only
     */
    Bytes open(String path, long from) throws IOException;
}
