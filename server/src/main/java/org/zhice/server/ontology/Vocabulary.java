package org.zhice.server.ontology;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/**
 * What a release says of its own terms.
 *
 * @param ontology as it was written
 * @param shapes what the data meet
 * @param usage how much there is of each class, by its address
 * @param concepts the code lists, a row for each concept
 * @param names of the examples
 */
record Vocabulary(
        Model ontology,
        Shapes shapes,
        Map<String, Usage> usage,
        List<Binding> concepts,
        Map<Node, Label> names,
        Prefixes prefixes) {
    private static final Query ONTOLOGY = Queries.read(Vocabulary.class, "ontology.rq");
    private static final Query SHAPES = Queries.read(Vocabulary.class, "shapes.rq");
    private static final Query USAGE = Queries.read(Vocabulary.class, "usage.rq");
    private static final Query CONCEPTS = Queries.read(Vocabulary.class, "concepts.rq");
    private static final String HEADER = Terms.BASE + "ontology";

    /** How many things there are of a class, and some of them. */
    record Usage(long things, List<Node> examples) {
        static Usage of(Binding row) {
            return new Usage(
                    Long.parseLong(Result.text(row, "things")),
                    Stream.of("first", "last")
                            .map(example -> Result.text(row, example))
                            .distinct()
                            .map(NodeFactory::createURI)
                            .toList());
        }
    }

    /** That of a release; read once for each. */
    static Vocabulary of(Release release) {
        return release.memo(Vocabulary.class, () -> read(release));
    }

    private static Vocabulary read(Release release) {
        Map<String, Usage> usage = release.select(USAGE).rows().stream()
                .collect(Collectors.toMap(row -> Result.text(row, "class"), Usage::of));
        Set<Node> examples =
                usage.values().stream().flatMap(one -> one.examples().stream()).collect(Collectors.toSet());
        return new Vocabulary(
                ModelFactory.createModelForGraph(release.construct(ONTOLOGY)),
                new Shapes(ModelFactory.createModelForGraph(release.construct(SHAPES))),
                usage,
                release.select(CONCEPTS).rows(),
                Labels.of(release, examples),
                Prefixes.of(release));
    }

    Graph graph() {
        return ontology.getGraph();
    }

    Resource header() {
        return ontology.createResource(HEADER);
    }

    /** The address of the version, or that of the ontology if it names none. */
    String version() {
        return objects(header(), OWL2.versionIRI)
                .map(Resource::getURI)
                .findFirst()
                .orElse(HEADER);
    }

    /** What is said of versions: this one and those before, the newest first. */
    List<Resource> versions() {
        return ontology
                .listSubjects()
                .filterKeep(
                        subject -> subject.isURIResource() && subject.getURI().startsWith(HEADER + "/"))
                .toList()
                .stream()
                .sorted(Comparator.comparing(Resource::getURI).reversed())
                .toList();
    }

    /** Terms of ours of some types, by their names. */
    List<Resource> ours(Resource... types) {
        return terms(types)
                .filter(this::isOurs)
                .sorted(Comparator.comparing(Resource::getLocalName))
                .toList();
    }

    /** Terms of other vocabularies, by their short names. */
    List<Resource> reused() {
        return terms(OWL2.Class, OWL2.ObjectProperty, OWL2.DatatypeProperty)
                .filter(term -> !isOurs(term))
                .sorted(Comparator.comparing(this::shortName))
                .toList();
    }

    private Stream<Resource> terms(Resource... types) {
        return Stream.of(types)
                .flatMap(type -> ontology.listSubjectsWithProperty(RDF.type, type).toList().stream())
                .filter(Resource::isURIResource);
    }

    boolean isOurs(Resource term) {
        return term.isURIResource() && term.getURI().startsWith(Terms.ONTOLOGY);
    }

    String shortName(Resource term) {
        return prefixes.shorten(term.getURI());
    }

    Label text(Resource of, Property property) {
        return label(language -> of.inModel(ontology).getProperty(property, language));
    }

    static Label label(Function<String, Statement> texts) {
        return new Label(string(texts.apply("en")), string(texts.apply("zh")));
    }

    private static String string(Statement statement) {
        return statement == null ? "" : statement.getString();
    }

    /** The name of a term: what has none, as all terms of others, has its short name. */
    Label name(Resource term) {
        Label label = text(term, RDFS.label);
        return label.isEmpty() ? new Label(shortName(term), shortName(term)) : label;
    }

    /** Named terms that a term points to. */
    Stream<Resource> objects(Resource term, Property property) {
        return ontology
                .listObjectsOfProperty(term, property)
                .filterKeep(RDFNode::isURIResource)
                .mapWith(RDFNode::asResource)
                .toList()
                .stream()
                .sorted(Comparator.comparing(Resource::getURI));
    }

    /** Terms that point to a term. */
    Stream<Resource> subjects(Property property, Resource term) {
        return ontology.listSubjectsWithProperty(property, term).filterKeep(Resource::isURIResource).toList().stream()
                .sorted(Comparator.comparing(Resource::getURI));
    }

    /** A class and those of ours above it, nearest first. */
    Set<Resource> withParents(Resource term) {
        Set<Resource> all = new LinkedHashSet<>();
        addWithParents(term, all);
        return all;
    }

    private void addWithParents(Resource term, Set<Resource> all) {
        if (all.add(term)) {
            objects(term, RDFS.subClassOf).filter(this::isOurs).forEach(parent -> addWithParents(parent, all));
        }
    }
}
