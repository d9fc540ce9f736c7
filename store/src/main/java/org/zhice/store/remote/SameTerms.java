package org.zhice.store.remote;

import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;

/** The terms of a release as it writes them: an engine may keep a value and forget how it was written. */
final class SameTerms {
    /** Virtuoso's, by XML Schema other ways to write the same. */
    private static final Map<String, Node> TRUTHS = Map.of("1", truth("true"), "0", truth("false"));

    private SameTerms() {}

    static Binding of(Binding row) {
        BindingBuilder same = Binding.builder();
        row.forEach((column, term) -> same.add(column, of(term)));
        return same.build();
    }

    static Triple of(Triple triple) {
        Node object = of(triple.getObject());
        return object.equals(triple.getObject())
                ? triple
                : Triple.create(triple.getSubject(), triple.getPredicate(), object);
    }

    private static Node of(Node term) {
        return term.isLiteral() && XSDDatatype.XSDboolean.equals(term.getLiteralDatatype())
                ? TRUTHS.getOrDefault(term.getLiteralLexicalForm(), term)
                : term;
    }

    private static Node truth(String text) {
        return NodeFactory.createLiteralDT(text, XSDDatatype.XSDboolean);
    }
}
