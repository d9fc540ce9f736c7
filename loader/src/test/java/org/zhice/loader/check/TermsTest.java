package org.zhice.loader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.zhice.loader.Checkout;
import org.zhice.store.Terms;

/** Guards the words both ways: nothing is used that is not declared, nothing is declared that is not used. */
class TermsTest {
    static {
        JenaSystem.init();
    }

    private static final Path HOME = Checkout.home().root();
    private static final Path ONTOLOGY = Checkout.home().ontology();
    private static final Path MAPPINGS = Checkout.home().mappings();
    private static final Path QUERIES = HOME.resolve("queries");

    private static final String CONCEPTS = Terms.BASE + "concept/";
    private static final Pattern TERM = Pattern.compile("(?<![\\w:-])zc:(\\w+)");
    /** As queries, full addresses and Java write a term. */
    private static final Pattern TERM_ANYWHERE =
            Pattern.compile("(?:(?<![\\w:-])zc:|zhice/ontology#|\\bterm\\(\\s*\")(\\w+)");

    private static final Pattern CONCEPT = Pattern.compile("(?<![\\w:-])c:(\\w+(?:-\\w+)*)");

    /** Terms that need no mapping and no saved query, and why. */
    private static final Map<String, String> NEITHER_MAPPED_NOR_ASKED = Map.of(
            "Instrument", "abstract: the closure gives it to laws, policy papers and standards",
            "ActionItem", "abstract: the closure gives it to legislative and implementing actions",
            "MetricStatement", "abstract: the closure gives it to observations and targets",
            "responsibleAgency", "the closure makes it from leadAgency and participatingAgency",
            "rankOrder", "stands in the code lists of instrument types and commitment levels");

    @Test
    void every_term_used_is_declared() {
        Set<String> used = names(
                TERM,
                MAPPINGS,
                ONTOLOGY.resolve("shapes.ttl"),
                ONTOLOGY.resolve("lint"),
                ONTOLOGY.resolve("cases"),
                QUERIES);
        assertThat(used).isNotEmpty();
        assertThat(declared()).containsAll(used);
    }

    @Test
    void every_term_in_the_program_and_its_documentation_is_declared() {
        List<List<Path>> places = List.of(
                modules("src/main/resources", ".*\\.(rq|txt|jte|json|properties)"),
                modules("src/main/java", ".*\\.java"),
                files(HOME.resolve("docs"), ".*\\.md").toList(),
                List.of(HOME.resolve("README.md")));
        assertThat(places).doesNotContain(List.of());
        Set<String> used = names(TERM_ANYWHERE, places.stream().flatMap(List::stream));
        assertThat(used).isNotEmpty();
        assertThat(declared()).containsAll(used);
    }

    @Test
    void every_declared_term_is_used_by_a_shape() {
        assertThat(names(TERM, ONTOLOGY.resolve("shapes.ttl"))).containsAll(declared());
    }

    @Test
    void every_declared_term_is_mapped_or_asked_for() {
        Set<String> used = names(TERM, MAPPINGS, QUERIES);
        used.addAll(NEITHER_MAPPED_NOR_ASKED.keySet());
        assertThat(used).containsAll(declared());
    }

    @Test
    void every_exception_is_a_declared_term() {
        assertThat(declared()).containsAll(NEITHER_MAPPED_NOR_ASKED.keySet());
    }

    @Test
    void every_concept_used_is_in_a_code_list() {
        Set<String> used = names(CONCEPT, MAPPINGS, ONTOLOGY.resolve("shapes.ttl"), QUERIES);
        assertThat(used).isNotEmpty();
        assertThat(subjects(ONTOLOGY.resolve("schemes.ttl"), CONCEPTS)).containsAll(used);
    }

    private static Set<String> declared() {
        return subjects(ONTOLOGY.resolve("zhice.ttl"), Terms.ONTOLOGY);
    }

    private static Set<String> subjects(Path file, String namespace) {
        return RDFParser.source(file).toGraph().stream()
                .map(triple -> triple.getSubject())
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(namespace))
                .map(iri -> iri.substring(namespace.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Pattern name, Path... places) {
        return names(name, Arrays.stream(places).flatMap(place -> files(place, ".*\\.(rq|ttl)")));
    }

    private static Set<String> names(Pattern name, Stream<Path> files) {
        return files.flatMap(file -> name.matcher(text(file)).results())
                .map(TermsTest::local)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String local(MatchResult match) {
        return match.group(1);
    }

    /** Files in a folder of every module: whatever folder of the checkout has a pom.xml. */
    private static List<Path> modules(String folder, String name) {
        try (Stream<Path> children = Files.list(HOME)) {
            return children.filter(child -> Files.exists(child.resolve("pom.xml")))
                    .flatMap(module -> files(module.resolve(folder), name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a name in a place, which may be missing. */
    private static Stream<Path> files(Path place, String name) {
        if (!Files.exists(place)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().matches(name)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
