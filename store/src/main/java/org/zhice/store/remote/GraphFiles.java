package org.zhice.store.remote;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, Path> files = new TreeMap<>();
    private final Map<String, GraphDigest> digests = new HashMap<>();
    private final Map<String, StreamRDF> writers = new HashMap<>();
    private final Map<String, OutputStream> open = new HashMap<>();

    private GraphFiles(Path folder) {
        this.folder = folder;
    }

    static GraphFiles of(List<Path> nquads) throws IOException {
        GraphFiles graphs = new GraphFiles(Files.createTempDirectory("zhice-load"));
        try {
            nquads.forEach(file -> RDFParser.source(file).lang(Lang.NQUADS).parse(graphs));
            graphs.writers.values().forEach(StreamRDF::finish);
            for (OutputStream out : graphs.open.values()) {
                out.close();
            }
            return graphs;
        } catch (IOException | RuntimeException e) {
            graphs.close();
            throw e;
        }
    }

    @Override
    public void quad(Quad quad) {
        String graph = quad.getGraph().getURI();
        digests.computeIfAbsent(graph, name -> new GraphDigest()).triple(quad.asTriple());
        writers.computeIfAbsent(graph, this::writer).triple(quad.asTriple());
    }

    private StreamRDF writer(String graph) {
        try {
            Path file = folder.resolve(files.size() + ".nt");
            files.put(graph, file);
            OutputStream out = Files.newOutputStream(file);
            open.put(graph, out);
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NTRIPLES);
            writer.start();
            return writer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files by the names of their graphs. */
    Map<String, Path> files() {
        return files;
    }

    GraphDigest digest(String graph) {
        return digests.get(graph);
    }

    long quads() {
        return digests.values().stream().mapToLong(GraphDigest::triples).sum();
    }

    @Override
    public void close() throws IOException {
        PathUtils.deleteDirectory(folder);
    }
}
