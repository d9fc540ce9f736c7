package org.zhice.store.publish;

import java.util.List;
import java.util.Optional;

/**
 * A release as it is published: what the pointer tells of it, {@value #POINTER} in the folder of releases.
 *
 * @param build the name of the build, and of the folder with its files; the later one sorts behind
 * @param release the id of its content
 * @param version of the program that published it
 * @param form of its store
 * @param unpacked bytes of all files in the archive of the store
 * @param files all that lies in its folder
 */
public record Published(
        String build, String release, String version, int form, long unpacked, List<PublishedFile> files) {
    /** The file that names the newest release. */
    public static final String POINTER = "latest.json";

    /** The same of each release, in its folder. */
    public static final String DESCRIPTION = "release.json";

    /** The archive of the store, in the folder of a release. */
    public static final String STORE = "store.zip";

    public Published {
        files = List.copyOf(files);
    }

    /** A file by the end of its name. */
    public Optional<PublishedFile> file(String end) {
        return files.stream().filter(file -> file.name().endsWith(end)).findFirst();
    }

    /** Where a file lies, from the folder of releases. */
    public String path(PublishedFile file) {
        return build + "/" + file.name();
    }
}
