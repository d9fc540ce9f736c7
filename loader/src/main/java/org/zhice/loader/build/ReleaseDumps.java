package org.zhice.loader.build;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.out.NodeFmtLib;
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
    void write(List<String> lines, Collection<Quad> quads) {
        pack(Dumps.NQUADS, out -> {
            for (String line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        });
        pack(Dumps.TURTLE, out -> turtle(quads, out));
    }

    /** Lists the release, as what it is and what its saved queries answered. */
    void list(Collection<Quad> quads, Collection<Quad> results) {
        Instant first = dumps.find(id).map(Manifest::issued).orElseGet(dumps::nextIssue);
        dumps.list(new Manifest(
                id,
                first,
                Terms.VERSION,
                quads.size(),
                quads.stream().map(Quad::asTriple).distinct().count(),
                ReleaseCounts.graphs(quads),
                ReleaseCounts.classes(quads),
                ReleaseCounts.answers(results),
                dumps.dumps(id)));
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
            return DigestUtils.sha256Hex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The union of all graphs, one block for each subject. */
    private static void turtle(Collection<Quad> quads, OutputStream out) {
        StreamRDF writer = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
        writer.start();
        new TreeMap<>(Prefixes.ofKinds(kinds(quads)).all().getNsPrefixMap()).forEach(writer::prefix);
        Map<String, Triple> sorted = new TreeMap<>();
        quads.forEach(quad -> sorted.put(line(quad.asTriple()), quad.asTriple()));
        sorted.values().forEach(writer::triple);
        writer.finish();
    }

    private static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                + NodeFmtLib.strNT(triple.getObject());
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
