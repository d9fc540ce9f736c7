package org.zhice.store.follow;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.zhice.store.publish.Published;

/**
 * A folder on a web server or object store. By Java's older client, whose patience is for each piece of a body: with the newer one
 * a source that falls silent in the middle would hold a reader for ever.
 */
record HttpSource(URI folder) implements Source {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 20_000;

    @Override
    public Optional<Pointer> pointer(String tag) throws IOException {
        HttpURLConnection connection = connect(Published.POINTER);
        if (!tag.isEmpty()) {
            connection.setRequestProperty("If-None-Match", tag);
        }
        int status = connection.getResponseCode();
        if (status == HttpURLConnection.HTTP_NOT_MODIFIED) {
            return Optional.empty();
        }
        require(connection, status == HttpURLConnection.HTTP_OK);
        try (InputStream in = connection.getInputStream()) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            String given = connection.getHeaderField("ETag");
            return Optional.of(new Pointer(text, given == null ? "" : given));
        }
    }

    @Override
    public Bytes open(String path, long from) throws IOException {
        HttpURLConnection connection = connect(path);
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        int status = connection.getResponseCode();
        boolean part = status == HttpURLConnection.HTTP_PARTIAL
                && String.valueOf(connection.getHeaderField("Content-Range")).startsWith("bytes " + from + "-");
        require(connection, part || status == HttpURLConnection.HTTP_OK);
        return new Bytes(connection.getInputStream(), part ? from : 0);
    }

    private HttpURLConnection connect(String path) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) folder.resolve(path).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(READ_MILLIS);
        connection.setUseCaches(false);
        return connection;
    }

    private static void require(HttpURLConnection connection, boolean good) throws IOException {
        if (!good) {
            int status = connection.getResponseCode();
            connection.disconnect();
            throw new IOException("HTTP status " + status);
        }
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
