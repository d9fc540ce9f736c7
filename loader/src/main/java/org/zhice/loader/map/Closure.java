package org.zhice.loader.map;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfs.RDFSFactory;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.zhice.store.Terms;

/**
 * The types and relations that follow from our subclass and subproperty axioms, so that {@code ?x a org:Organization}
 * works for a reader who knows only ORG, and no reasoner is needed at run time.
 *
 * <p>Domains and ranges are left out on purpose: they would make every wrong type right before SHACL could see it.
 * Jena 5.6 loses what it infers from quads of named graphs, so triples are fed to it.
 */
public final class Closure {
    /** The graph of what follows. */
    public static final Node GRAPH = Terms.graph("derived-closure");

    private final Graph hierarchy = GraphFactory.createDefaultGraph();

    /** @param ontology a graph with {@code rdfs:subClassOf} and {@code rdfs:subPropertyOf} axioms */
    public Closure(Graph ontology) {
        copy(ontology, RDFS.subClassOf.asNode());
        copy(ontology, RDFS.subPropertyOf.asNode());
    }

    /**
     * The quads that follow and are not given, all in the graph of derived types.
     *
     * @param given tells whether a triple is among the quads
     */
    public Set<Quad> of(Collection<Quad> quads, Predicate<Triple> given) {
        Set<Quad> derived = new LinkedHashSet<>();
        StreamRDF infer = RDFSFactory.streamRDFS(
                to(triple -> {
                    if (!given.test(triple)) {
                        derived.add(Quad.create(GRAPH, triple));
                    }
                }),
                hierarchy);
        quads.forEach(quad -> infer.triple(quad.asTriple()));
        return derived;
    }

    private void copy(Graph ontology, Node property) {
        ontology.find(Node.ANY, property, Node.ANY)
                .filterKeep(triple -> triple.getObject().isURI())
                .forEachRemaining(hierarchy::add);
    }

    private static StreamRDF to(Consumer<Triple> sink) {
        return new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                sink.accept(triple);
            }
        };
    }
}
