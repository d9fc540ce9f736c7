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
    void a_packed_store_holds_the_same_in_each_index_and_takes_more(int size, long seed) {
        Set<Quad> quads = random(size, new Random(seed));
        pack(quads);
        Quad further = Quad.create(iri("g", 1), iri("further", 1), iri("p", 1), iri("o", 1));
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        Set<Quad> first = Set.copyOf(quads);
        quads.add(further);
        try {
            Txn.executeRead(store, () -> assertThat(all(store)).isEqualTo(first));
            long triples = Txn.calculateWrite(store, () -> {
                store.add(further);
                return UnionGraph.write(store, build);
            });
            assertThat(triples)
                    .isEqualTo(quads.stream().map(Quad::asTriple).distinct().count());
            Txn.executeRead(store, () -> {
                assertThat(all(store)).isEqualTo(quads);
                for (Node term : List.of(iri("g", 1), iri("s", 2), iri("p", 3), iri("o", 4))) {
                    requireSame(store, quads, term, Node.ANY, Node.ANY, Node.ANY);
                    requireSame(store, quads, Node.ANY, term, Node.ANY, Node.ANY);
                    requireSame(store, quads, Node.ANY, Node.ANY, term, Node.ANY);
                    requireSame(store, quads, Node.ANY, Node.ANY, Node.ANY, term);
                }
            });
        } finally {
            StoreConfig.close(store);
        }
        try (OpenStore opened = new OpenStore(CONFIG, build)) {
            assertThat(opened.counts())
                    .containsAllEntriesOf(Stream.of("GSPO", "GPOS", "GOSP", "SPOG", "POSG", "OSPG")
                            .collect(Collectors.toMap(index -> index, index -> (long) quads.size())));
        }
    }

    private void pack(Set<Quad> quads) {
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        try {
            PackedQuads.write(store, Rows.of(quads));
        } finally {
            StoreConfig.close(store);
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
