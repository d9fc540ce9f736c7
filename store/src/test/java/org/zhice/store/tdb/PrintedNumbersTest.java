package org.zhice.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is printed in a document comes back as it is printed, whatever its type, and is compared by its value all the same. */
class PrintedNumbersTest {
    static {
        JenaSystem.init();
    }

    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");

    private static final List<Node> PRINTED = List.of(
            number("20", XSDDatatype.XSDdecimal),
            number("20.0", XSDDatatype.XSDdecimal),
            number("0.50", XSDDatatype.XSDdecimal),
            number("486880000000", XSDDatatype.XSDdecimal),
            number("20", XSDDatatype.XSDinteger),
            number("1.10", XSDDatatype.XSDfloat),
            number("1", XSDDatatype.XSDboolean),
            number("2026-11-29Z", XSDDatatype.XSDdate),
            number("2026-11-29T08:00:00.500+08:00", XSDDatatype.XSDdateTime));

    private static final List<Node> ODD = List.of(
            number("+007", XSDDatatype.XSDinteger),
            number("-0", XSDDatatype.XSDlong),
            number("2.50E1", XSDDatatype.XSDdouble),
            number("+.5", XSDDatatype.XSDdecimal),
            number("seven", XSDDatatype.XSDinteger),
            number("0.123456789012345678901234567890", XSDDatatype.XSDdecimal));

    @TempDir
    Path root;

    @Test
    void what_the_store_would_write_in_another_form_is_known_before() {
        Path build = new StoreFiles(root).fresh();
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        write(store, build, ODD);
        StoreConfig.close(store);
        DatasetGraph again = StoreConfig.open(CONFIG, build);
        try {
            assertThat(objects(again, ""))
                    .containsExactlyInAnyOrderElementsOf(
                            ODD.stream().map(PrintedNumbers::kept).toList())
                    .extracting(Node::getLiteralLexicalForm)
                    .contains("7", "0", "0.5", "seven");
        } finally {
            StoreConfig.close(again);
        }
        assertThat(PRINTED).allMatch(node -> PrintedNumbers.kept(node).equals(node));
        assertThatThrownBy(() -> PrintedNumbers.kept(number("123456789012345678901234567890", XSDDatatype.XSDinteger)))
                .hasMessageContaining("123456789012345678901234567890");
    }

    @Test
    void every_form_comes_back_and_values_are_compared_as_before() {
        Path build = new StoreFiles(root).fresh();
        DatasetGraph store = StoreConfig.open(CONFIG, build);
        write(store, build, PRINTED);
        StoreConfig.close(store);
        DatasetGraph again = StoreConfig.open(CONFIG, build);
        try {
            assertThat(objects(again, "")).containsExactlyInAnyOrderElementsOf(PRINTED);
            assertThat(objects(again, "FILTER (?o = 20)"))
                    .extracting(Node::getLiteralLexicalForm)
                    .containsExactlyInAnyOrder("20", "20.0", "20");
            assertThat(objects(again, "FILTER (?o > 0.4 && ?o < 0.6)"))
                    .extracting(Node::getLiteralLexicalForm)
                    .containsExactly("0.50");
        } finally {
            StoreConfig.close(again);
        }
    }

    private static void write(DatasetGraph store, Path build, List<Node> objects) {
        Txn.executeWrite(store, () -> {
            objects.forEach(node -> store.add(quad(node)));
            UnionGraph.write(store, build);
        });
    }

    private static List<Node> objects(DatasetGraph store, String filter) {
        return Txn.calculateRead(store, () -> {
            try (QueryExec exec = QueryExec.dataset(store)
                    .query("SELECT ?o { ?s ?p ?o " + filter + " }")
                    .build()) {
                return exec.select().stream().map(row -> row.get("o")).toList();
            }
        });
    }

    private static Quad quad(Node object) {
        return Quad.create(
                NodeFactory.createURI("https://example.org/graph"),
                NodeFactory.createURI("https://example.org/𠮷"),
                RDF.value.asNode(),
                object);
    }

    private static Node number(String form, RDFDatatype type) {
        return NodeFactory.createLiteralDT(form, type);
    }
}
