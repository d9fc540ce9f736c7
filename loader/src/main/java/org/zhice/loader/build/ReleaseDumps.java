package org.zhice.loader.build;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.zhice.store.Prefixes;
import org.zhice.store.Terms;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;

/**
 * Writes a release as files to take away. The same release gives the same bytes: everything is sorted, and Java's gzip
 * writes no time.
 */
record ReleaseDumps(Dumps dumps, String id) {
    private static final Pattern KIND = Pattern.compile(Pattern.quote(Terms.ID) + "([^/]+)/.*");

    /** Writes what is large, before anybody is told that it is there. */
    void write(Path nquads, SortedQuads sorted, Collection<Quad> quads) {
        pack(Dumps.NQUADS, out -> Files.copy(nquads, out));
        pack(Dumps.TURTLE, out -> turtle(sorted, kinds(quads), out));
    }

    /** What the release is and what its saved queries answered. */
    Manifest manifest(KnowledgeGraph graph, Collection<Quad> results) {
        Collection<Quad> quads = graph.quads();
        Instant first = dumps.find(id).map(Manifest::issued).orElseGet(dumps::nextIssue);
        return new Manifest(
                id,
                first,
                Terms.VERSION,
                quads.size(),
                graph.tripleCount(),
                ReleaseCounts.graphs(quads),
                ReleaseCounts.classes(quads),
                ReleaseCounts.answers(results),
                dumps.dumps(id));
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private void pack(String end, Content content) {
        String name = Dumps.name(id, end);
        dumps.write(name, file -> {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                content.writeTo(out);
            }
        });
        dumps.write(name + Dumps.CHECKSUM, sha256(dumps.path(name)) + "  " + name + "\n");
    }

    private static String sha256(Path file) {
        try {
            return new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The union of all graphs, one block for each subject. */
    private static void turtle(SortedQuads sorted, Collection<String> kinds, OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        writer.start();
        new TreeMap<>(Prefixes.ofKinds(kinds).all().getNsPrefixMap()).forEach(writer::prefix);
        sorted.triples(writer::triple);
        writer.finish();
    }

    private static Collection<String> kinds(Collection<Quad> quads) {
        Collection<String> kinds = new TreeSet<>();
        quads.stream()
                .filter(quad -> quad.getSubject().isURI())
                .map(quad -> KIND.matcher(quad.getSubject().getURI()))
                .filter(Matcher::matches)
                .forEach(matcher -> kinds.add(matcher.group(1)));
        return kinds;
    }
}
