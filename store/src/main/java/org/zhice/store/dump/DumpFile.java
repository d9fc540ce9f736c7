package org.zhice.store.dump;

/**
 * A file to take away.
 *
 * @param name tells the release and the form
 * @param bytes its length
 * @param sha256 of these bytes, in hexadecimal
 */
public record DumpFile(String name, long bytes, String sha256) {
    /** The media type: of the file as it lies there, packed. */
    public static final String TYPE = "application/gzip";

    /** The media type of what is packed in it. */
    public String content() {
        return name.endsWith(Dumps.TURTLE) ? "text/turtle" : "application/n-quads";
    }
}
