package org.zhice.server.release;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.zhice.server.web.Language;
import org.zhice.server.web.Numbers;
import org.zhice.store.dump.DumpFile;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;

/**
 * A release in a list.
 *
 * @param day of its first build, in UTC
 * @param served whether it is the one that is served now
 * @param files those that are still there
 * @param before the id of the release before it; empty if it was the first
 */
record ReleaseRow(String id, String day, String quads, boolean served, List<File> files, String before) {
    /** A file to take away. */
    record File(String name, String href, String form, String size, String sha256) {
        static File of(DumpFile file, Language language) {
            return new File(
                    file.name(),
                    ReleaseRoom.DUMPS + file.name(),
                    file.name().endsWith(Dumps.TURTLE) ? "Turtle" : "N-Quads",
                    Numbers.show(file.bytes(), language),
                    file.sha256());
        }
    }

    /** All releases, the newest first. */
    static List<ReleaseRow> all(Dumps dumps, String served, Language language) {
        List<Manifest> manifests = dumps.manifests();
        List<ReleaseRow> rows = new ArrayList<>();
        for (int i = 0; i < manifests.size(); i++) {
            String before = i + 1 < manifests.size() ? manifests.get(i + 1).release() : "";
            rows.add(of(manifests.get(i), dumps, served, before, language));
        }
        return rows;
    }

    static ReleaseRow of(Manifest manifest, Dumps dumps, String served, String before, Language language) {
        return new ReleaseRow(
                manifest.release(),
                day(manifest, language),
                Numbers.show(manifest.quads(), language),
                manifest.release().equals(served),
                dumps.dumps(manifest.release()).stream()
                        .map(file -> File.of(file, language))
                        .toList(),
                before);
    }

    static String day(Manifest manifest, Language language) {
        return language.day(
                manifest.issued().atOffset(ZoneOffset.UTC).toLocalDate().toString());
    }
}
