package org.zhice.server.explore;

import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.zhice.store.Terms;

/** What things are browsed by. A facet is the variable of its name in the queries of the kinds; its values have short ids. */
enum Facet {
    PLAN("id/document/"),
    AGENCY("id/agency/"),
    ROLE("ontology#", "Agency"),
    TOPIC("id/topic/"),
    WORK("concept/act-type-"),
    ACT("concept/action-type-"),
    COMMITMENT("concept/commitment-"),
    INSTRUMENT("id/instrument/"),
    TYPE("concept/instrument-type-"),
    CAMPAIGN("id/campaign/"),
    YEAR(""),
    MEASURE("concept/metric-kind-"),
    METRIC("id/metric/"),
    STATISTIC("concept/statistic-"),
    DOCUMENT("id/document/"),
    PLACE("id/area/");

    private final String before;
    private final String after;

    Facet(String before) {
        this(before, "");
    }

    /**
     * A facet whose values are things.
     *
     * @param before what stands before the ids of its values in their addresses; nothing if the values are years
     * @param after what stands behind them
     */
    Facet(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /** The name for the address of a page. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The facet that is a variable. */
    static Facet of(Var variable) {
        return valueOf(variable.getVarName().toUpperCase(Locale.ROOT));
    }

    Var var() {
        return Var.alloc(id());
    }

    /** Whether its values are years. */
    boolean isYear() {
        return before.isEmpty();
    }

    /** What the addresses of its values and of others beside them begin with, such as that of all concepts. */
    String space() {
        return Terms.BASE + before.replaceFirst("[^/#]*$", "");
    }

    /** What an id begins with behind that. */
    String prefix() {
        return before.replaceFirst(".*[/#]", "");
    }

    /** The value of an id, which need not be one. */
    Node node(String id) {
        return isYear()
                ? NodeFactory.createLiteralDT(id, XSDDatatype.XSDinteger)
                : NodeFactory.createURI(Terms.BASE + before + id + after);
    }

    /** The id of a value. */
    String id(Node value) {
        return value.isURI() ? id(value.getURI()) : value.getLiteralLexicalForm();
    }

    /** The id of a value by its address. */
    String id(String iri) {
        return iri.substring(Terms.BASE.length() + before.length(), iri.length() - after.length());
    }

    /** Whether an address is that of a value. */
    boolean holds(String iri) {
        return !isYear() && iri.startsWith(Terms.BASE + before) && iri.endsWith(after);
    }
}
