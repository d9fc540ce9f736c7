package org.zhice.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.zhice.store.Release;

/**
 * Files of the class path below one folder, such as our style sheet and the editor out of its WebJar.
 *
 * @param folder where they lie on the class path
 * @param caching the {@code Cache-Control} of each
 */
record FilesPage(String folder, String caching) implements Page {
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_@-][A-Za-z0-9._@-]*)+");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "json", "application/json",
            "map", "application/json",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    @Override
    public Answer get(Client client, Release release) {
        String path = "/" + client.rest();
        String type = TYPES.get(path.replaceFirst(".*\\.", ""));
        if (type == null || !PATH.matcher(path).matches()) {
            throw Problem.of(404, "not-found", client.path());
        }
        byte[] content = read(folder + path, client);
        return Answer.of(type, out -> out.write(content)).with("Cache-Control", caching);
    }

    private static byte[] read(String resource, Client client) {
        try (InputStream in = FilesPage.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw Problem.of(404, "not-found", client.path());
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
