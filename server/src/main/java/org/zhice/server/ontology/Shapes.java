package org.zhice.server.ontology;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.zhice.store.Label;
import org.zhice.store.Terms;

/** The shapes of a release, as far as they can be told in words. */
record Shapes(Model model) {
    /** A constraint of ours: the values are concepts of a code list. */
    private static final Property SCHEME = ResourceFactory.createProperty(Terms.BASE + "shapes#scheme");

    /**
     * What a shape asks of one property.
     *
     * @param path the property; none if it takes several steps, which the message tells
     * @param inverse whether the thing is what the property points to
     * @param least how often at least
     * @param most how often at most, if there is a limit
     * @param value a class, a datatype or a code list of which the values are
     * @param inLanguages whether the values are texts in several languages
     * @param message the rule in words
     */
    record Rule(
            Optional<Resource> path,
            boolean inverse,
            int least,
            Optional<Integer> most,
            Optional<Resource> value,
            boolean inLanguages,
            Label message) {}

    /** What is asked of the properties of some classes. */
    List<Rule> rules(Collection<Resource> classes) {
        return nodeShapes(classes)
                .flatMap(shape -> resources(shape, SHACLM.property))
                .distinct()
                .map(Shapes::rule)
                .toList();
    }

    /** What else is asked of things of a class, in words. */
    List<Label> others(Resource of) {
        return nodeShapes(List.of(of))
                .filter(shape -> !shape.hasProperty(SHACLM.property))
                .map(Shapes::message)
                .filter(message -> !message.isEmpty())
                .toList();
    }

    private Stream<Resource> nodeShapes(Collection<Resource> classes) {
        return classes.stream()
                .flatMap(of -> model.listSubjectsWithProperty(SHACLM.targetClass, of).toList().stream()
                        .sorted(Comparator.comparing(Resource::toString)));
    }

    private static Rule rule(Resource shape) {
        Resource path = shape.getPropertyResourceValue(SHACLM.path);
        Optional<Resource> inverse = Optional.ofNullable(path.getPropertyResourceValue(SHACLM.inversePath));
        return new Rule(
                Optional.of(inverse.orElse(path)).filter(Resource::isURIResource),
                inverse.isPresent(),
                number(shape, SHACLM.minCount).orElse(0),
                number(shape, SHACLM.maxCount),
                Stream.of(SHACLM.class_, SCHEME, SHACLM.datatype)
                        .flatMap(kind -> resources(shape, kind))
                        .findFirst(),
                Optional.ofNullable(shape.getPropertyResourceValue(SHACLM.languageIn))
                        .filter(languages -> languages.as(RDFList.class).size() > 1)
                        .isPresent(),
                message(shape));
    }

    private static Label message(Resource shape) {
        return Vocabulary.label(language -> shape.getProperty(SHACLM.message, language));
    }

    private static Optional<Integer> number(Resource shape, Property property) {
        return Optional.ofNullable(shape.getProperty(property)).map(statement -> statement.getInt());
    }

    private static Stream<Resource> resources(Resource of, Property property) {
        return of.listProperties(property).toList().stream()
                .map(statement -> statement.getObject())
                .filter(RDFNode::isResource)
                .map(RDFNode::asResource)
                .sorted(Comparator.comparing(Resource::toString));
    }
}
