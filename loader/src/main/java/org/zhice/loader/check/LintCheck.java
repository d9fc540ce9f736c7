package org.zhice.loader.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Place;

/**
 * Runs lint queries: a folder of SELECT queries, each of which finds nothing in good data. The first line of a file, a
 * comment, says what should be.
 */
final class LintCheck {
    private final Path folder;

    LintCheck(Path folder) {
        this.folder = folder;
    }

    /** The queries of the folder, not of its sub-folders, by name. */
    List<Path> queries() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One finding for each row of each query; the first IRI of a row is taken for the culprit. */
    List<Finding> findings(DatasetGraph data, Tracer tracer) {
        return queries().stream()
                .flatMap(query -> findings(query, data, tracer).stream())
                .toList();
    }

    private static List<Finding> findings(Path file, DatasetGraph data, Tracer tracer) {
        String text = read(file);
        String expected = text.lines().findFirst().orElseThrow().replaceFirst("^#\\s*", "");
        try (QueryExec exec = QueryExec.dataset(data).query(text).build()) {
            RowSet rows = exec.select();
            List<Binding> bindings = rows.stream().toList();
            return bindings.stream()
                    .map(row -> new Finding(place(row, tracer), cells(row), expected))
                    .toList();
        }
    }

    private static Place place(Binding row, Tracer tracer) {
        return nodes(row)
                .filter(Node::isURI)
                .findFirst()
                .map(node -> tracer.place(node, null))
                .orElse(Place.of("the graph"));
    }

    private static String cells(Binding row) {
        return nodes(row).map(Node::toString).collect(Collectors.joining(" "));
    }

    private static Stream<Node> nodes(Binding row) {
        return Set.copyOf(row.varsMentioned()).stream()
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .map(row::get);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
