package org.zhice.loader.check;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.NTriplesDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/**
 * A graph as OWL sees it: whether it is OWL 2 DL, whether it is consistent, and which classes can have no member.
 *
 * <p>{@code xsd:date} is not among the datatypes of OWL 2, so a date is read as the moment at which it begins.
 */
final class Owl {
    private final OWLOntology ontology;

    private Owl(OWLOntology ontology) {
        this.ontology = ontology;
    }

    /** Reads an RDF file, in the syntax that its name tells. */
    static Owl read(Path file) {
        return of(RDFParser.source(file).toGraph());
    }

    /** Takes over all triples of a graph, which declares every class and property that it uses. */
    static Owl of(Graph graph) {
        StringWriter triples = new StringWriter();
        RDFDataMgr.write(triples, withoutDates(graph), Lang.NTRIPLES);
        StringDocumentSource source = new StringDocumentSource(
                triples.toString(), IRI.create("urn:zhice:graph"), new NTriplesDocumentFormat(), null);
        try {
            return new Owl(OWLManager.createOWLOntologyManager().loadOntologyFromOntologyDocument(source));
        } catch (OWLOntologyCreationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What keeps the graph from being OWL 2 DL, one line each; empty if nothing does. */
    List<String> dlViolations() {
        return Profiles.OWL2_DL.checkOntology(ontology).getViolations().stream()
                .map(Object::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the graph has a model. */
    boolean isConsistent() {
        OWLReasoner reasoner = reasoner();
        try {
            return reasoner.isConsistent();
        } finally {
            reasoner.dispose();
        }
    }

    /** The classes that no model of the graph can fill, without {@code owl:Nothing}. */
    Set<String> unsatisfiableClasses() {
        OWLReasoner reasoner = reasoner();
        try {
            return reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom().stream()
                    .map(OWLClass::toStringID)
                    .collect(Collectors.toSet());
        } finally {
            reasoner.dispose();
        }
    }

    private OWLReasoner reasoner() {
        return new ReasonerFactory().createReasoner(ontology);
    }

    private static Graph withoutDates(Graph graph) {
        Graph copy = GraphFactory.createDefaultGraph();
        graph.find().mapWith(Owl::withoutDate).forEachRemaining(copy::add);
        return copy;
    }

    private static Triple withoutDate(Triple triple) {
        Node value = triple.getObject();
        if (!value.isLiteral() || !XSDDatatype.XSDdate.equals(value.getLiteralDatatype())) {
            return triple;
        }
        Node moment = NodeFactory.createLiteralDT(value.getLiteralLexicalForm() + "T00:00:00", XSDDatatype.XSDdateTime);
        return Triple.create(triple.getSubject(), triple.getPredicate(), moment);
    }
}
