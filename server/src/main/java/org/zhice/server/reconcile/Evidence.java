package org.zhice.server.reconcile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.zhice.server.reconcile.Batch.Given;
import org.zhice.store.Label;
import org.zhice.store.Names;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.find.NameIndex;

/** Whether things have the values that a query gives for properties. */
record Evidence(Facts facts, Properties properties, NameIndex names, List<Given> given) {
    /** About some things, or about all that have any of the properties. */
    static Evidence of(Release release, Collection<String> things, List<Given> given) {
        Properties properties = Properties.of(release);
        List<String> asked =
                given.stream().map(one -> properties.required(one.pid()).iri()).toList();
        return new Evidence(Facts.of(release, things, asked), properties, NameIndex.of(release), given);
    }

    /** For each property that is given, whether a thing has one of its values. */
    Map<String, Boolean> about(String thing) {
        Map<String, Boolean> agrees = new LinkedHashMap<>();
        given.forEach(one -> agrees.put(one.pid(), agrees(thing, one)));
        return agrees;
    }

    private boolean agrees(String thing, Given one) {
        List<Node> values = facts.values(thing, properties.required(one.pid()).iri());
        return one.values().stream().anyMatch(wanted -> values.stream().anyMatch(value -> is(value, wanted)));
    }

    private boolean is(Node value, String wanted) {
        if (value.isURI()) {
            return value.getURI().equals(Ids.iri(wanted))
                    || value.getURI().equals(wanted)
                    || names.isName(value.getURI(), wanted)
                    || isLabel(facts.label(value), wanted);
        }
        String text = value.getLiteralLexicalForm();
        return Result.isNumber(value) ? isNumber(value, wanted) : alike(text, wanted) || text.startsWith(wanted + "-");
    }

    private static boolean isLabel(Label label, String wanted) {
        return !label.isEmpty() && (alike(label.en(), wanted) || alike(label.zh(), wanted));
    }

    private static boolean isNumber(Node value, String wanted) {
        try {
            return ((Number) value.getLiteralValue()).doubleValue() == Double.parseDouble(wanted);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean alike(String one, String other) {
        return Names.fold(one).equals(Names.fold(other));
    }
}
