package org.zhice.loader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhice.loader.Checkout;
import org.zhice.loader.map.Closure;

/** Every shape is shown at work: good data that it lets pass, bad data that it stops with its own words. */
class CasesTest {
    static {
        JenaSystem.init();
    }

    private static final Path ONTOLOGY = Checkout.home().ontology();
    private static final String EXPECTS = "# expects: ";

    private static Graph terms;
    private static Graph concepts;
    private static Closure closure;
    private static Graph shapesGraph;
    private static List<Case> valid;
    private static List<Case> invalid;

    /**
     * A case file with what SHACL says of it.
     *
     * @param name of the file
     * @param text of the file
     * @param own the subjects that the file speaks of
     * @param data the file, ontology, code lists and closure
     */
    private record Case(String name, String text, Set<Node> own, Graph data, ValidationReport report) {
        static Case read(Path file) {
            Graph own = graph(file);
            Graph data = complete(own);
            return new Case(
                    file.getFileName().toString(),
                    contents(file),
                    own.find().mapWith(triple -> triple.getSubject()).toSet(),
                    data,
                    new ShapesCheck(shapesGraph).report(data));
        }

        String expected() {
            return text.lines().findFirst().orElseThrow().substring(EXPECTS.length());
        }

        /** Whether the shape has a node of this case before it. */
        boolean shows(Shape shape) {
            return focusNodes(shape).anyMatch(own::contains);
        }

        /** Whether the shape, or one of its property shapes, stops a node of this case with the expected words. */
        boolean breaks(Shape shape) {
            Set<Node> parts = parts(shape);
            Set<Node> nodes = focusNodes(shape).filter(own::contains).collect(Collectors.toSet());
            return report.getEntries().stream()
                    .filter(entry -> entry.message().contains(expected()))
                    .anyMatch(entry -> parts.contains(entry.source()) && nodes.contains(entry.focusNode()));
        }

        private Stream<Node> focusNodes(Shape shape) {
            return shape.getTargets().stream()
                    .map(target -> target.getFocusNodes(data))
                    .flatMap(Collection::stream);
        }
    }

    @BeforeAll
    static void readCases() {
        terms = graph(ONTOLOGY.resolve("zhice.ttl"));
        concepts = graph(ONTOLOGY.resolve("schemes.ttl"));
        shapesGraph = graph(ONTOLOGY.resolve("shapes.ttl"));
        closure = new Closure(terms);
        valid = cases("valid.");
        invalid = cases("invalid.");
    }

    @TestFactory
    Stream<DynamicTest> good_data_pass() {
        assertThat(valid).isNotEmpty();
        return valid.stream()
                .map(good -> DynamicTest.dynamicTest(
                        good.name(), () -> assertThat(messages(good)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> bad_data_are_stopped_with_the_expected_words() {
        assertThat(invalid).isNotEmpty();
        return invalid.stream()
                .map(bad -> DynamicTest.dynamicTest(
                        bad.name(),
                        () -> assertThat(messages(bad)).anyMatch(message -> message.contains(bad.expected()))));
    }

    @TestFactory
    Stream<DynamicTest> every_shape_has_a_good_and_a_bad_case() {
        List<Shape> shapes = nodeShapes();
        assertThat(shapes).isNotEmpty();
        return shapes.stream()
                .map(shape -> DynamicTest.dynamicTest(name(shape), () -> {
                    assertThat(valid).as("a valid case").anyMatch(good -> good.shows(shape));
                    assertThat(invalid).as("an invalid case").anyMatch(bad -> bad.breaks(shape));
                }));
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> bad_data_are_reported_as_by_jena_alone() {
        return invalid.stream()
                .map(bad -> DynamicTest.dynamicTest(
                        bad.name(),
                        () -> assertThat(reported(bad.report()))
                                .containsExactlyInAnyOrderElementsOf(reported(
                                        ShaclValidator.get().validate(Shapes.parse(shapesGraph), bad.data())))));
    }

    private static List<String> reported(ValidationReport report) {
        return report.getEntries().stream()
                .map(entry -> Stream.of(
                                entry.focusNode(),
                                entry.resultPath(),
                                entry.value(),
                                entry.source(),
                                entry.sourceConstraintComponent(),
                                entry.severity(),
                                entry.messages())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void cases_hold_a_character_beyond_the_basic_plane() {
        assertThat(valid).anyMatch(good -> good.text().contains("𠮷"));
        assertThat(invalid).anyMatch(bad -> bad.text().contains("𠮷"));
    }

    @Test
    void every_file_is_a_case() throws IOException {
        try (Stream<Path> files = Files.list(ONTOLOGY.resolve("cases"))) {
            assertThat(files).hasSize(valid.size() + invalid.size());
        }
    }

    private static List<Shape> nodeShapes() {
        return Shapes.parse(shapesGraph).getTargetShapes().stream()
                .sorted((a, b) -> name(a).compareTo(name(b)))
                .toList();
    }

    private static Set<Node> parts(Shape shape) {
        return Stream.concat(
                        Stream.of(shape.getShapeNode()),
                        shape.getPropertyShapes().stream().map(PropertyShape::getShapeNode))
                .collect(Collectors.toSet());
    }

    private static List<String> messages(Case subject) {
        return subject.report().getEntries().stream().map(CasesTest::message).toList();
    }

    private static String message(ReportEntry entry) {
        return entry.focusNode() + " " + entry.message();
    }

    private static String name(Shape shape) {
        return shape.getShapeNode().getLocalName();
    }

    /** What a release would hold if the case were all its data. */
    private static Graph complete(Graph own) {
        Graph data = GraphFactory.createDefaultGraph();
        GraphUtil.addInto(data, terms);
        GraphUtil.addInto(data, concepts);
        GraphUtil.addInto(data, own);
        List<Quad> given = own.find()
                .mapWith(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                .toList();
        closure.of(given, Set.copyOf(data.find().toList())::contains).forEach(quad -> data.add(quad.asTriple()));
        return data;
    }

    private static List<Case> cases(String prefix) {
        try (Stream<Path> files = Files.list(ONTOLOGY.resolve("cases"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .map(Case::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Graph graph(Path file) {
        return RDFParser.source(file).toGraph();
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
