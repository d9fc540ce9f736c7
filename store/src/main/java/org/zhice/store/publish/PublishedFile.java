package org.zhice.store.publish;

/**
 * A file of a published release.
 *
 * @param name in the folder of the release
 * @param bytes its length
 * @param sha256 of these bytes, in hexadecimal
 */
public record PublishedFile(String name, long bytes, String sha256) {}
