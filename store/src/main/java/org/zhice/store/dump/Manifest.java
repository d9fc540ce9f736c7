package org.zhice.store.dump;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release was: small enough to be kept when its dumps are not.
 *
 * @param release its id
 * @param issued when it was built first
 * @param version of the program that built it
 * @param quads of all graphs
 * @param triples of their union
 * @param graphs quads by graph
 * @param classes things by class, in the union
 * @param answers to the saved queries, by their ids
 * @param files its dumps, whether they are still there or not
 */
public record Manifest(
        String release,
        Instant issued,
        String version,
        long quads,
        long triples,
        Map<String, Long> graphs,
        Map<String, Long> classes,
        Map<String, Answer> answers,
        List<DumpFile> files) {
    /** What came of a saved query with its defaults. */
    public record Answer(long rows, String sha256) {}

    public Manifest {
        graphs = new TreeMap<>(graphs);
        classes = new TreeMap<>(classes);
        answers = new TreeMap<>(answers);
        files = List.copyOf(files);
    }
}
