package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.AsyncParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhice.server.ZhiceServer;
import org.zhice.store.Terms;

/** Every thing of the real store: its name leads to data; in the long run all of it in five forms. Its page is met by {@link CrawlerTest}. */
class EntitiesTest {
    private static final Map<String, Lang> FORMS =
            Map.of("jsonld", Lang.JSONLD, "nt", Lang.NTRIPLES, "rdf", Lang.RDFXML);
    private static final List<Node> NAMES =
            List.of(Terms.term("title"), SKOS.prefLabel.asNode(), RDFS.label.asNode(), DCTerms.title.asNode());
    private static final Node TOTAL = NodeFactory.createURI("http://www.w3.org/ns/hydra/core#totalItems");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();

    private static ZhiceServer server;
    /** By what they are said of, and by what they say; read from the build, not by way of the server. */
    private static final Map<Node, Set<Triple>> FACTS = new HashMap<>();

    private static final Map<Node, Set<Node>> FROM = new HashMap<>();

    /** Records of why one thing points to another, which does so itself: they are left out of what points to it. */
    private static final String TIES = Terms.ID + "tie/";

    @BeforeAll
    static void a_build_and_a_server() {
        Shipped.quads().stream()
                .flatMap(file -> AsyncParser.of(file.toString()).streamQuads())
                .map(Quad::asTriple)
                .forEach(EntitiesTest::keep);
        server = Shipped.server();
    }

    private static void keep(Triple triple) {
        FACTS.computeIfAbsent(triple.getSubject(), first -> new HashSet<>()).add(triple);
        if (triple.getSubject().isURI() && !triple.getSubject().getURI().startsWith(TIES)) {
            FROM.computeIfAbsent(triple.getObject(), first -> new HashSet<>()).add(triple.getSubject());
        }
    }

    private static List<String> things() {
        return FACTS.keySet().stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.matches(Terms.BASE + "(id|concept|graph)/.*"))
                .filter(iri -> successor(iri).isEmpty())
                .sorted()
                .toList();
    }

    private static Optional<String> successor(String iri) {
        return FACTS.get(NodeFactory.createURI(iri)).stream()
                .filter(fact -> fact.getPredicate().equals(DCTerms.isReplacedBy.asNode()))
                .map(fact -> fact.getObject().getURI())
                .findFirst();
    }

    /** What was given up in the history of the tables. */
    @Test
    void a_name_that_was_given_up_leads_to_one_that_is_in_use() {
        List<String> retired = FACTS.keySet().stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> successor(iri).isPresent())
                .toList();
        assertThat(retired).hasSize(9).allSatisfy(iri -> {
            assertThat(get(server.url() + iri.substring(Terms.BASE.length())).statusCode())
                    .isEqualTo(410);
            assertThat(things()).contains(successor(iri).orElseThrow());
        });
    }

    @Test
    void each_thing_says_all_that_is_said_of_it_and_each_fortieth_alike_in_five_forms() {
        described(40);
    }

    @Tag("long")
    @Test
    void each_thing_is_described_alike_in_five_forms() {
        described(1);
    }

    private static void described(int step) {
        List<String> things = things();
        assertThat(things).hasSizeGreaterThan(3000);

        assertThat(IntStream.range(0, things.size())
                        .parallel()
                        .boxed()
                        .flatMap(at -> faults(things.get(at), at % step == 0).stream())
                        .limit(20)
                        .toList())
                .isEmpty();
    }

    private static List<String> faults(String iri, boolean inAllForms) {
        String address = server.url() + iri.substring(Terms.BASE.length());
        Graph turtle = RDFParser.fromString(body(address, "ttl"), Lang.TURTLE).toGraph();
        Node thing = NodeFactory.createURI(iri);
        List<String> faults = new ArrayList<>(inAllForms ? unlike(iri, address, turtle) : List.of());
        if (!FACTS.get(thing).stream().allMatch(fact -> fact.getObject().isBlank() || isSaid(turtle, fact))) {
            faults.add(iri + ": a fact is missing");
        }
        if (!languages(turtle, thing).containsAll(Set.of("en", "zh"))) {
            faults.add(iri + ": names in " + languages(turtle, thing));
        }
        int from = FROM.getOrDefault(thing, Set.of()).size();
        if (!turtle.find(Node.ANY, TOTAL, Node.ANY)
                .mapWith(total -> total.getObject().getLiteralValue())
                .toList()
                .equals(List.of(from))) {
            faults.add(iri + ": not " + from + " that point to it");
        }
        HttpResponse<String> name = get(address);
        if (name.statusCode() != 303
                || !name.headers().firstValue("Location").orElse("").endsWith(".ttl")) {
            faults.add(iri + ": leads nowhere");
        }
        return faults;
    }

    private static List<String> unlike(String iri, String address, Graph turtle) {
        List<String> faults = new ArrayList<>();
        Map<String, String> bodies = bodies(address);
        if (!bodies.get("json").equals(bodies.get("jsonld"))) {
            faults.add(iri + ": JSON is other JSON-LD");
        }
        FORMS.forEach((form, lang) -> {
            if (!RDFParser.fromString(bodies.get(form), lang).toGraph().isIsomorphicWith(turtle)) {
                faults.add(iri + ": other statements in " + form);
            }
        });
        return faults;
    }

    /** TDB2 keeps a number and not how it was written: 0.50 comes back as 0.5. */
    private static boolean isSaid(Graph graph, Triple fact) {
        return graph.find(fact.getSubject(), fact.getPredicate(), Node.ANY).toList().stream()
                .anyMatch(said -> said.getObject().sameValueAs(fact.getObject()));
    }

    private static Set<String> languages(Graph graph, Node thing) {
        return NAMES.stream()
                .flatMap(name -> graph.find(thing, name, Node.ANY).toList().stream())
                .map(label -> label.getObject().getLiteralLanguage())
                .collect(Collectors.toSet());
    }

    private static Map<String, String> bodies(String address) {
        return Stream.of("jsonld", "json", "nt", "rdf")
                .collect(Collectors.toMap(form -> form, form -> body(address, form)));
    }

    private static String body(String address, String form) {
        HttpResponse<String> response = get(address + "." + form);
        assertThat(response.statusCode()).as(address + "." + form).isEqualTo(200);
        return response.body();
    }

    private static HttpResponse<String> get(String address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
