package org.zhice.server.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.zhice.server.entity.Mentions.Window;
import org.zhice.server.web.Links;

/**
 * What is sent about a thing: its description, and which part of what points to it this is, in the words of Hydra. The forms
 * of a document share an address, that of the thing at this server, so that they hold the same statements.
 *
 * @param address without the number of the page
 * @param page of what points to the thing, from 1
 */
record Document(String address, int page, Description description) {
    /** How many of the things that point to another stand on a page. */
    private static final int THINGS = 100;

    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";

    /** What stands on a page. */
    static Window window(int page) {
        return new Window((page - 1) * THINGS, THINGS);
    }

    /** How many pages there are, at least one. */
    int last() {
        return Math.max(1, (description.mentions().total() + THINGS - 1) / THINGS);
    }

    /** The pages that lie around this, by the relations of links and of Hydra. */
    List<Neighbour> neighbours() {
        List<Neighbour> found = new ArrayList<>(List.of(new Neighbour("first", 1), new Neighbour("last", last())));
        if (page > 1) {
            found.add(new Neighbour("prev", page - 1));
        }
        if (page < last()) {
            found.add(new Neighbour("next", page + 1));
        }
        return found;
    }

    /** Another page. */
    record Neighbour(String relation, int page) {
        private String inHydra() {
            return relation.equals("prev") ? "previous" : relation;
        }
    }

    /** The other pages in the same form, as a header says them; none if there are none. */
    Stream<String> links(Form form) {
        return last() == 1
                ? Stream.of()
                : neighbours().stream()
                        .map(other -> Links.link(
                                Links.local(description.thing().getURI()) + form.ending() + query(other.page()),
                                other.relation()));
    }

    /** The query string of a page: the first needs none. */
    static String query(int page) {
        return page == 1 ? "" : "?page=" + page;
    }

    /** The description with what is said of the document itself. */
    Graph graph() {
        Graph graph = description.graph();
        Node view = iri(page);
        Node all = NodeFactory.createURI(address + "#mentions");
        graph.getPrefixMapping().setNsPrefix("hydra", HYDRA).setNsPrefix("foaf", FOAF.NS);
        graph.getPrefixMapping().setNsPrefix("dcterms", DCTerms.NS);
        graph.add(view, RDF.type.asNode(), FOAF.Document.asNode());
        graph.add(view, RDF.type.asNode(), hydra("PartialCollectionView"));
        graph.add(view, FOAF.primaryTopic.asNode(), description.thing());
        graph.add(view, DCTerms.license.asNode(), NodeFactory.createURI(Links.LICENCE));
        graph.add(all, RDF.type.asNode(), hydra("Collection"));
        graph.add(all, hydra("view"), view);
        graph.add(all, hydra("totalItems"), number(description.mentions().total()));
        neighbours().forEach(other -> graph.add(view, hydra(other.inHydra()), iri(other.page())));
        return graph;
    }

    private Node iri(int number) {
        return NodeFactory.createURI(address + query(number));
    }

    private static Node hydra(String name) {
        return NodeFactory.createURI(HYDRA + name);
    }

    private static Node number(int value) {
        return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
    }
}
