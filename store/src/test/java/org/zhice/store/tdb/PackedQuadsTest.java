package org.zhice.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.NodeFactoryExtra;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedQuadsTest {
    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    @TempDir
    Path build;

    private record Rows(List<Node> nodes, List<int[]> cells) implements PackedQuads.Rows {
        static Rows of(Set<Quad> quads) {
            List<Node> nodes = quads.stream()
                    .flatMap(quad ->
                            Stream.of(quad.getGraph(), quad.getSubject(), quad.getPredicate(), quad.getObject()))
                    .distinct()
                    .toList();
            Map<Node, Integer> places = new HashMap<>();
            nodes.forEach(node -> places.put(node, places.size()));
            return new Rows(
                    nodes,
                    quads.stream()
                            .map(quad -> new int[] {
                                places.get(quad.getGraph()),
                                places.get(quad.getSubject()),
                                places.get(quad.getPredicate()),
                                places.get(quad.getObject())
                            })
                            .toList());
        }

        @Override
        public int cell(int row, int column) {
            return cells.get(row)[column];
        }

        @Override
        public int[] sorted(int[] ranks, int... columns) {
            Comparator<Integer> order = Comparator.comparing(row -> 0);
            for (int column : columns) {
                order = order.thenComparing(row -> ranks[cell(row, column)]);
            }
            return IntStream.range(0, cells.size())
                    .boxed()
                    .sorted(order)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }

    /** A leaf holds 255 quads: from none to a tree of many leaves. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3", "200, 4", "3000, 5", "9000, 6"})
    void a_packed_store_holds_the_same_in_each_index(int size, long seed) {
        Set<Quad> quads = random(size, new Random(seed));
        long triples = pack(quads);
        assertThat(triples)
                .isEqualTo(quads.stream().map(Quad::asTriple).distinct().count());
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        try {
            Txn.executeRead(store, () -> {
                requireSame(store, quads);
                assertThat(Set.copyOf(Iter.toList(store.getDefaultGraph().find())))
                        .isEqualTo(quads.stream().map(Quad::asTriple).collect(Collectors.toSet()));
            });
        } finally {
            StoreConfig.close(store);
        }
        try (OpenStore opened = new OpenStore(CONFIG, build)) {
            assertThat(opened.counts())
                    .containsAllEntriesOf(counts(quads.size(), "GSPO", "GPOS", "GOSP", "SPOG", "POSG", "OSPG"))
                    .containsAllEntriesOf(counts(triples, "SPO", "POS", "OSP"));
        }
    }

    /** The counts of who reads the store after it was filled quad by quad. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "200, 4", "3000, 5"})
    void a_packed_store_counts_as_one_that_was_filled_quad_by_quad(int size, long seed, @TempDir Path other) {
        Set<Quad> quads = random(size, new Random(seed));
        pack(quads);
        DatasetGraph store = StoreConfig.open(CONFIG, other);
        try {
            Txn.executeWrite(store, () -> {
                quads.forEach(store::add);
                UnionGraph.write(store, other);
            });
        } finally {
            StoreConfig.close(store);
        }
        assertThat(build.resolve(TripleCounts.FILE)).hasSameTextualContentAs(other.resolve(TripleCounts.FILE));
    }

    @Test
    void a_packed_store_takes_more() {
        Set<Quad> quads = random(500, new Random(7));
        pack(quads);
        Quad further = Quad.create(iri("g", 1), iri("further", 1), iri("p", 1), iri("o", 1));
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        try {
            Txn.executeWrite(store, () -> store.add(further));
            quads.add(further);
            Txn.executeRead(store, () -> requireSame(store, quads));
        } finally {
            StoreConfig.close(store);
        }
    }

    /** Half of the nodes come after the first were written. */
    private long pack(Set<Quad> quads) {
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        try {
            Rows rows = Rows.of(quads);
            List<Node> growing =
                    new ArrayList<>(rows.nodes().subList(0, rows.nodes().size() / 2));
            PackedQuads packed = new PackedQuads(store, new Rows(growing, rows.cells()));
            packed.writeNodes();
            growing.addAll(rows.nodes().subList(growing.size(), rows.nodes().size()));
            return packed.write(build);
        } finally {
            StoreConfig.close(store);
        }
    }

    private static Map<String, Long> counts(long count, String... indexes) {
        return Stream.of(indexes).collect(Collectors.toMap(index -> index, index -> count));
    }

    private static void requireSame(DatasetGraph store, Set<Quad> quads) {
        assertThat(all(store)).isEqualTo(quads);
        for (Node term : List.of(iri("g", 1), iri("s", 2), iri("p", 3), iri("o", 4))) {
            requireSame(store, quads, term, Node.ANY, Node.ANY, Node.ANY);
            requireSame(store, quads, Node.ANY, term, Node.ANY, Node.ANY);
            requireSame(store, quads, Node.ANY, Node.ANY, term, Node.ANY);
            requireSame(store, quads, Node.ANY, Node.ANY, Node.ANY, term);
        }
    }

    private static void requireSame(DatasetGraph store, Set<Quad> quads, Node g, Node s, Node p, Node o) {
        List<Quad> found = Iter.toList(store.findNG(g, s, p, o));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        quads.stream().filter(quad -> quad.matches(g, s, p, o)).toList());
    }

    private static Set<Quad> all(DatasetGraph store) {
        return new HashSet<>(Iter.toList(store.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)));
    }

    private static Set<Quad> random(int size, Random random) {
        Set<Quad> quads = new LinkedHashSet<>();
        List<Node> texts = new ArrayList<>(List.of(
                NodeFactory.createLiteralLang("𠮷林省知识产权局", "zh"),
                NodeFactory.createBlankNode("b"),
                NodeFactoryExtra.parseNode("-3"),
                NodeFactoryExtra.parseNode("2.5"),
                NodeFactoryExtra.parseNode("'2031-02-28'^^<" + XSD + "date>"),
                NodeFactoryExtra.parseNode("'true'^^<" + XSD + "boolean>")));
        while (quads.size() < size) {
            int number = random.nextInt(8 + size / 10);
            Node object = number < texts.size() ? texts.get(number) : iri("o", number);
            quads.add(Quad.create(
                    iri("g", random.nextInt(5)),
                    iri("s", random.nextInt(8 + size / 20)),
                    iri("p", random.nextInt(7)),
                    object));
        }
        return quads;
    }

    private static Node iri(String kind, int number) {
        return NodeFactory.createURI("https://example.org/" + kind + "/" + number);
    }
}
