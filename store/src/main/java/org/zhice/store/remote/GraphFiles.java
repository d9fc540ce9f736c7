package org.zhice.store.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.io.file.PathUtils;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** The graphs of a release as files of N-Triples, which engines take in one by one; gone when it is closed. */
final class GraphFiles extends StreamRDFBase implements AutoCloseable {
    private final Path folder;
    private final Map<String, Part> parts = new TreeMap<>();

    private GraphFiles(Path folder) {
        this.folder = folder;
    }

    /** A graph on its way to its file. */
    private record Part(Path file, OutputStream out, StreamRDF writer, GraphDigest digest) {
        static Part at(Path file) {
            try {
                OutputStream out = Files.newOutputStream(file);
                StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
                writer.start();
                return new Part(file, out, writer, new GraphDigest());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static GraphFiles of(List<Path> nquads) throws IOException {
        GraphFiles graphs = new GraphFiles(Files.createTempDirectory("zhice-load"));
        try {
            nquads.forEach(file -> RDFParser.source(file).lang(Lang.NQUADS).parse(graphs));
            for (Part part : graphs.parts.values()) {
                part.writer().finish();
                part.out().close();
            }
            return graphs;
        } catch (IOException | RuntimeException e) {
            graphs.close();
            throw e;
        }
    }

    @Override
    public void quad(Quad quad) {
        Part part =
                parts.computeIfAbsent(quad.getGraph().getURI(), name -> Part.at(folder.resolve(parts.size() + ".nt")));
        part.writer().triple(quad.asTriple());
        part.digest().triple(quad.asTriple());
    }

    /** The names of the graphs. */
    Set<String> names() {
        return parts.keySet();
    }

    Path file(String graph) {
        return parts.get(graph).file();
    }

    GraphDigest digest(String graph) {
        return parts.get(graph).digest();
    }

    long quads() {
        return parts.values().stream()
                .mapToLong(part -> part.digest().triples())
                .sum();
    }

    @Override
    public void close() throws IOException {
        PathUtils.deleteDirectory(folder);
    }
}
