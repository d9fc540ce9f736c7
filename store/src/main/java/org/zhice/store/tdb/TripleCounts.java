package org.zhice.store.tdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * How many triples a store has of each predicate, by which joins are ordered. A file in a build.
 *
 * @param triples of all predicates
 */
record TripleCounts(long triples, Map<Node, Count> predicates) {
    /** Its name in a build. */
    static final String FILE = "triples.tsv";

    private static final String TAB = "\t";

    /**
     * The triples of one predicate.
     *
     * @param subjects that are different
     * @param objects that are different
     * @param frequent objects with the triples of each, if these are many
     */
    record Count(long triples, long subjects, long objects, Map<Node, Long> frequent) {
        /** How many there are of a subject. */
        double bySubject() {
            return (double) triples / subjects;
        }

        /** How many there are of an object, which may be a variable that has a value by then. */
        double byObject(Node object) {
            Long exact = frequent.get(object);
            return exact == null ? (double) triples / objects : exact;
        }
    }

    /** One line for each predicate, and after it one for each frequent object. */
    void write(Path build) throws IOException {
        Files.write(
                build.resolve(FILE),
                predicates.entrySet().stream()
                        .flatMap(entry -> lines(NodeFmtLib.strNT(entry.getKey()), entry.getValue()))
                        .sorted()
                        .toList());
    }

    private static Stream<String> lines(String predicate, Count count) {
        return Stream.concat(
                Stream.of(String.join(
                        TAB,
                        predicate,
                        String.valueOf(count.triples),
                        String.valueOf(count.subjects),
                        String.valueOf(count.objects))),
                count.frequent.entrySet().stream()
                        .map(object -> String.join(
                                TAB, predicate, NodeFmtLib.strNT(object.getKey()), String.valueOf(object.getValue()))));
    }

    /** Those of a build that has the file. */
    static TripleCounts read(Path build) throws IOException {
        Map<Node, Count> predicates = new HashMap<>();
        List<String[]> lines = Files.readAllLines(build.resolve(FILE)).stream()
                .map(line -> line.split(TAB))
                .toList();
        lines.stream()
                .filter(line -> line.length == 4)
                .forEach(line -> predicates.put(
                        node(line[0]),
                        new Count(
                                Long.parseLong(line[1]),
                                Long.parseLong(line[2]),
                                Long.parseLong(line[3]),
                                new HashMap<>())));
        lines.stream()
                .filter(line -> line.length == 3)
                .forEach(line -> predicates.get(node(line[0])).frequent.put(node(line[1]), Long.parseLong(line[2])));
        return new TripleCounts(
                predicates.values().stream().mapToLong(Count::triples).sum(), predicates);
    }

    private static Node node(String text) {
        return NodeFactoryExtra.parseNode(text);
    }
}
