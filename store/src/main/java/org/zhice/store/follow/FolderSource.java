package org.zhice.store.follow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.zhice.store.publish.Published;

/** A folder that this machine sees, as on a shared disk. */
record FolderSource(Path folder) implements Source {
    @Override
    public Optional<Pointer> pointer(String tag) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(Published.POINTER))) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return text.equals(tag) ? Optional.empty() : Optional.of(new Pointer(text, text));
        }
    }

    @Override
    public Bytes open(String path, long from) throws IOException {
        InputStream in = Files.newInputStream(folder.resolve(path));
        try {
            in.skipNBytes(from);
        } catch (IOException e) {
            in.close();
            throw e;
        }
        return new Bytes(in, from);
    }

    @Override
    public String toString() {
        return folder.toString();
    }
}
