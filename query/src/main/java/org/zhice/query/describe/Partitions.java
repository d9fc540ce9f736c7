package org.zhice.query.describe;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.zhice.store.Terms;

/**
 * The dataset by class, by property and by property of a class, in VoID. Counted here and not by queries, which would hold
 * every triple at once to count each once.
 *
 * @param all what the things of a class have is counted in it
 * @param said without the shapes, the saved queries and what describes the dataset
 * @param typed without the ontology either
 */
record Partitions(Graph all, Graph said, Graph typed) {
    private static final String VOID_EXT = "http://ldf.fi/void-ext#";
    private static final Node DATASET = NodeFactory.createURI(SelfDescription.DATASET);
    private static final int DIGITS = 12;

    private record ClassProperty(Node type, Node property) {}

    /** What is known of the values of a property. */
    private static final class Values {
        private long triples;
        private final Set<Node> classes = new HashSet<>();
        private final Set<String> datatypes = new HashSet<>();
    }

    /** The numbers of the whole, by the names that the query of the totals has for them. */
    Map<Var, Node> totals() {
        Set<Node> subjects = new HashSet<>();
        Set<Node> objects = new HashSet<>();
        long triples = 0;
        for (var each = said.find(); each.hasNext(); triples++) {
            Triple triple = each.next();
            subjects.add(triple.getSubject());
            objects.add(triple.getObject());
        }
        long entities = subjects.stream()
                .filter(subject -> subject.isURI() && subject.getURI().startsWith(Terms.ID))
                .count();
        return Map.of(
                Var.alloc("triples"), number(triples),
                Var.alloc("subjects"), number(subjects.size()),
                Var.alloc("objects"), number(objects.size()),
                Var.alloc("entities"), number(entities),
                Var.alloc("properties"), number(properties().size()),
                Var.alloc("classes"), number(classes().size()));
    }

    private Map<Node, Long> properties() {
        Map<Node, Long> triples = new HashMap<>();
        said.find().forEachRemaining(triple -> triples.merge(triple.getPredicate(), 1L, Long::sum));
        return triples;
    }

    private Map<Node, Long> classes() {
        Map<Node, Long> things = new HashMap<>();
        said.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filterKeep(triple -> triple.getObject().isURI())
                .forEachRemaining(triple -> things.merge(triple.getObject(), 1L, Long::sum));
        return things;
    }

    /** How many things there are of each class and how many triples of each property, and what the things of a class have. */
    Graph parts() {
        Graph parts = GraphFactory.createDefaultGraph();
        classes().forEach((type, things) -> {
            Node part = classPart(type);
            parts.add(DATASET, VOID.classPartition.asNode(), part);
            parts.add(part, VOID._class.asNode(), type);
            parts.add(part, VOID.entities.asNode(), number(things));
        });
        properties().forEach((property, triples) -> {
            Node part = part(SelfDescription.DATASET + "#property", property.getURI());
            parts.add(DATASET, VOID.propertyPartition.asNode(), part);
            parts.add(part, VOID.property.asNode(), property);
            parts.add(part, VOID.triples.asNode(), number(triples));
        });
        classProperties().forEach((of, values) -> add(of, values, parts));
        return parts;
    }

    private static void add(ClassProperty of, Values values, Graph parts) {
        Node type = classPart(of.type());
        Node part = part(type.getURI(), of.property().getURI());
        parts.add(type, VOID.propertyPartition.asNode(), part);
        parts.add(part, VOID.property.asNode(), of.property());
        parts.add(part, VOID.triples.asNode(), number(values.triples));
        values.classes.forEach(valueClass -> {
            Node valuePart = part(part.getURI(), valueClass.getURI());
            parts.add(part, VOID.classPartition.asNode(), valuePart);
            parts.add(valuePart, VOID._class.asNode(), valueClass);
        });
        values.datatypes.forEach(datatype -> {
            Node datatypePart = part(part.getURI(), datatype);
            parts.add(part, NodeFactory.createURI(VOID_EXT + "datatypePartition"), datatypePart);
            parts.add(datatypePart, NodeFactory.createURI(VOID_EXT + "datatype"), NodeFactory.createURI(datatype));
        });
    }

    /** Of classes of ours and of SKOS, from which an editor completes: others, which ours stand under, would say the same again. */
    private Map<ClassProperty, Values> classProperties() {
        Map<ClassProperty, Values> values = new LinkedHashMap<>();
        typed.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filterKeep(typing -> isShown(typing.getObject()))
                .forEachRemaining(typing -> all.find(typing.getSubject(), Node.ANY, Node.ANY)
                        .forEachRemaining(triple -> count(
                                triple.getObject(),
                                values.computeIfAbsent(
                                        new ClassProperty(typing.getObject(), triple.getPredicate()),
                                        first -> new Values()))));
        return values;
    }

    private void count(Node value, Values values) {
        values.triples++;
        if (value.isLiteral()) {
            values.datatypes.add(value.getLiteralDatatypeURI());
        } else {
            all.find(value, RDF.type.asNode(), Node.ANY)
                    .filterKeep(typing -> isShown(typing.getObject()))
                    .forEachRemaining(typing -> values.classes.add(typing.getObject()));
        }
    }

    private static boolean isShown(Node type) {
        return type.isURI() && (type.getURI().startsWith(Terms.ONTOLOGY) || type.equals(SKOS.Concept.asNode()));
    }

    private static Node classPart(Node type) {
        return part(SelfDescription.DATASET + "#class", type.getURI());
    }

    /** Addresses of parts are digests, so that the same graph gives the same ones. */
    private static Node part(String whole, String term) {
        return NodeFactory.createURI(whole + "-" + sha1(term).substring(0, DIGITS));
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
