package org.zhice.loader.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/** Random quads over few terms, so that many meet, beside the same quads in Jena's own memory. */
class QuadTableTest {
    private static final Random RANDOM = new Random(20);

    /** Of these some begin like others, as texts, languages and addresses may. */
    private static final List<Node> TERMS = List.of(
            NodeFactory.createURI("urn:a"),
            NodeFactory.createURI("urn:ab"),
            NodeFactory.createURI("urn:𠮷"),
            NodeFactory.createURI("urn:\uFF21"),
            NodeFactory.createBlankNode("b1"),
            NodeFactory.createBlankNode("b12"));

    private static final List<Node> VALUES = List.of(
            NodeFactory.createLiteralString("知"),
            NodeFactory.createLiteralString("知\"策\""),
            NodeFactory.createLiteralLang("知", "zh"),
            NodeFactory.createLiteralLang("知", "zh-hant"),
            NodeFactory.createLiteralLang("𠮷", "zh"),
            NodeFactory.createLiteralLang("\uFF21", "zh"),
            NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger),
            NodeFactory.createLiteralDT("1.0", XSDDatatype.XSDdecimal));

    private final QuadTable table = new QuadTable();
    private final Set<Quad> given = new LinkedHashSet<>();

    private void fill(int quads) {
        for (int i = 0; i < quads; i++) {
            Quad quad = Quad.create(one(TERMS), one(TERMS), one(TERMS), one(RANDOM.nextBoolean() ? TERMS : VALUES));
            assertThat(table.add(quad)).isEqualTo(given.add(quad));
        }
    }

    private static Node one(List<Node> nodes) {
        return nodes.get(RANDOM.nextInt(nodes.size()));
    }

    private static Node oneOrAny(List<Node> nodes) {
        return RANDOM.nextBoolean() ? Node.ANY : one(nodes);
    }

    @Test
    void quads_stay_in_the_order_in_which_they_came_each_once() {
        fill(5_000);
        assertThat(table).hasSizeGreaterThan(1_000).hasSizeLessThan(5_000).containsExactlyElementsOf(given);
    }

    @Test
    void lines_are_sorted_by_code_unit_and_triples_as_their_lines() {
        fill(3_000);
        List<String> lines =
                new ArrayList<>(given.stream().map(KnowledgeGraph::line).toList());
        Collections.sort(lines);
        assertThat(new SortedQuads(table).lines()).containsExactlyElementsOf(lines);

        List<Triple> triples = new ArrayList<>();
        new SortedQuads(table).triples(triples::add);
        assertThat(triples)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(union().find().toList());
    }

    private Graph union() {
        Graph union = GraphFactory.createDefaultGraph();
        given.forEach(quad -> union.add(quad.asTriple()));
        return union;
    }

    @Test
    void every_pattern_finds_what_jena_finds() {
        fill(2_000);
        DatasetGraph theirs = DatasetGraphFactory.createGeneral();
        given.forEach(theirs::add);
        Graph union = union();
        QuadIndex index = new QuadIndex(table);
        DatasetGraph ours = new IndexedDataset(index, false, Set.of());
        Graph whole = new IndexedDataset(index, true, Set.of()).getDefaultGraph();
        for (int i = 0; i < 3_000; i++) {
            Node g = oneOrAny(TERMS);
            Node s = oneOrAny(TERMS);
            Node p = oneOrAny(TERMS);
            Node o = oneOrAny(RANDOM.nextBoolean() ? TERMS : VALUES);
            same(ours.find(g, s, p, o), theirs.find(g, s, p, o));
            same(whole.find(s, p, o), union.find(s, p, o));
        }
        same(ours.listGraphNodes(), theirs.listGraphNodes());
        assertThat(whole.size()).isEqualTo(union.size());
    }

    private static <T> void same(Iterator<T> ours, Iterator<T> theirs) {
        assertThat(Iter.toList(ours)).containsExactlyInAnyOrderElementsOf(Iter.toList(theirs));
    }

    @Test
    void a_graph_that_is_left_out_is_not_there() {
        fill(2_000);
        Node left = TERMS.get(0);
        Graph some = GraphFactory.createDefaultGraph();
        given.stream().filter(quad -> !quad.getGraph().equals(left)).forEach(quad -> some.add(quad.asTriple()));
        DatasetGraph ours = new IndexedDataset(new QuadIndex(table), true, Set.of(left));
        same(ours.getDefaultGraph().find(), some.find());
        assertThat(Iter.toList(ours.listGraphNodes()))
                .containsExactlyInAnyOrderElementsOf(TERMS.subList(1, TERMS.size()));
    }

    @Test
    void queries_over_graphs_answer_as_jena_does() {
        fill(300);
        DatasetGraph theirs = DatasetGraphFactory.createGeneral();
        given.forEach(theirs::add);
        DatasetGraph ours = new IndexedDataset(new QuadIndex(table), false, Set.of());
        for (String where : List.of(
                "GRAPH ?g { ?s <urn:a> ?o }",
                "GRAPH ?g { ?s <urn:a> ?s . ?s <urn:ab> ?o }",
                "GRAPH ?g { ?s <urn:a>|<urn:ab> ?o } FILTER NOT EXISTS { GRAPH ?h { ?o <urn:ab> ?x } }",
                "GRAPH ?g { ?g ?p ?o } GRAPH ?h { ?g <urn:a> ?o } FILTER(?g != ?h)",
                "GRAPH ?g { }",
                "{ SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } }",
                "{ SELECT DISTINCT ?o { GRAPH ?g { ?s ?p ?o } FILTER(isIRI(?o)) } } GRAPH ?g { ?o <urn:a> ?s }",
                "{ SELECT DISTINCT ?s { GRAPH ?g { ?s ?p ?o } FILTER(?p != <urn:a>) } }",
                "{ SELECT DISTINCT ?s { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { GRAPH ?h { ?s ?p <urn:a> } } } }",
                "{ SELECT DISTINCT ?s { GRAPH ?g { ?s ?p ?s } } }",
                "{ SELECT DISTINCT ?s { GRAPH ?g { ?s <urn:ab> ?o } } }",
                "GRAPH ?g { ?s <urn:a> ?o { SELECT DISTINCT ?s { ?s ?p ?q } } }",
                "{ { SELECT DISTINCT ?x { GRAPH ?g { ?x ?p ?o } } } UNION { SELECT DISTINCT ?x { GRAPH ?g { ?s ?p ?x } } }"
                        + " FILTER(isIRI(?x)) FILTER NOT EXISTS { GRAPH ?h { ?x <urn:ab> ?y } } }",
                "?s ?p ?o")) {
            String query = "SELECT * { " + where + " }";
            assertThat(rows(query, ours)).as(query).containsExactlyInAnyOrderElementsOf(rows(query, theirs));
        }
        assertThat(rows("SELECT * { GRAPH ?g { ?s <urn:a> ?o } }", ours)).isNotEmpty();
    }

    private static String text(Binding row) {
        return Iter.asStream(row.vars())
                .map(name -> name + "=" + NodeFmtLib.strNT(row.get(name)))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static List<String> rows(String query, DatasetGraph data) {
        try (QueryExec exec = QueryExec.dataset(data).query(query).build()) {
            return exec.select().stream().map(QuadTableTest::text).toList();
        }
    }
}
