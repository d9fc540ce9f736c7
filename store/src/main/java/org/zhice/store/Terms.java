package org.zhice.store;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Names of our own: the one place in Java that knows under which base our addresses stand, and the version of the program.
 * Content files write addresses out.
 */
public final class Terms {
    /** What every address of ours begins with. */
    public static final String BASE = "https://w3id.org/zhice/";

    /** Classes and properties, with the prefix {@code zc}. */
    public static final String ONTOLOGY = BASE + "ontology#";

    /** Things: the kind of thing and a slash follow, then the local name. */
    public static final String ID = BASE + "id/";

    /** Named graphs. */
    public static final String GRAPH = BASE + "graph/";

    /** The version of this program, as its Maven project says it. */
    public static final String VERSION =
            Queries.text(Terms.class, "version.txt").strip();

    private Terms() {}

    /** A class or property of the ontology, such as {@code title}. */
    public static Node term(String localName) {
        return NodeFactory.createURI(ONTOLOGY + localName);
    }

    /** A named graph, such as {@code meta}. */
    public static Node graph(String localName) {
        return NodeFactory.createURI(GRAPH + localName);
    }

    /** What stands behind the last slash or hash of an address. */
    public static String localName(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
