package org.zhice.loader;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a build made.
 *
 * @param rows of all tables
 * @param quads of the release, derived ones among them
 * @param graphs named graphs
 * @param time from the first table to the published store
 * @param bytes of the build's folder on disk
 * @param build the folder
 */
public record Summary(long rows, long quads, long graphs, Duration time, long bytes, Path build) {}
