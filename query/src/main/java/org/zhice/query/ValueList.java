package org.zhice.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Kinds;
import org.zhice.store.Kinds.Kind;
import org.zhice.store.Label;
import org.zhice.store.Names;
import org.zhice.store.Queries;
import org.zhice.store.Release;

/**
 * The values that a parameter may take, listed by a query with the columns {@code value} and, where there are any,
 * {@code en}, {@code zh} and {@code name}. A value with several names has several rows.
 *
 * @param query the SELECT that lists them
 * @param kind the kind of thing whose things they are; empty if the query alone tells
 */
public record ValueList(Query query, Optional<String> kind) {
    private static final Query YEARS = Queries.read(ValueList.class, "year.rq");
    private static final Query THINGS = Queries.read(ValueList.class, "kind.rq");
    private static final Var VALUE = Var.alloc("value");
    private static final Var EN = Var.alloc("en");
    private static final Var ZH = Var.alloc("zh");
    private static final Var NAME = Var.alloc("name");
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]*");

    /** The years of the plans, or the things of a kind. */
    static ValueList named(String name) {
        return name.equals(ParameterType.YEAR.id())
                ? new ValueList(YEARS, Optional.empty())
                : new ValueList(THINGS, Optional.of(name));
    }

    /**
     * A list given in the header of a query file: SPARQL, {@code year}, or a kind of thing.
     *
     * @param prefixes the prefixes of the file, known to the SPARQL too
     * @throws org.apache.jena.query.QueryException if it is not SPARQL 1.1
     * @throws IllegalArgumentException if it has no column {@code value}
     */
    public static ValueList of(String text, PrefixMapping prefixes) {
        return text.strip().matches("[a-z-]+") ? named(text.strip()) : parse(text, prefixes);
    }

    private static ValueList parse(String text, PrefixMapping prefixes) {
        Query query = new Query();
        query.getPrefixMapping().setNsPrefixes(prefixes);
        QueryFactory.parse(query, text, null, Syntax.syntaxSPARQL_11);
        if (!query.isSelectType() || !query.getResultVars().contains("value")) {
            throw new IllegalArgumentException("the values must be a SELECT with the column ?value");
        }
        return new ValueList(query, Optional.empty());
    }

    /** The values in a release, in the order of the query; none if the release has nothing of the kind. */
    List<Choice> choices(Release release) {
        return release.memo(this, () -> list(release));
    }

    private List<Choice> list(Release release) {
        Map<Node, List<Binding>> byValue = new LinkedHashMap<>();
        for (Binding row : release.select(queryIn(release)).rows()) {
            if (row.contains(VALUE) && isSafe(row.get(VALUE))) {
                byValue.computeIfAbsent(row.get(VALUE), value -> new ArrayList<>())
                        .add(row);
            }
        }
        return byValue.entrySet().stream()
                .map(entry -> choice(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Query queryIn(Release release) {
        return kind.map(id -> Kinds.of(release).find(id).orElseGet(() -> new Kind(id, List.of())))
                .map(of -> Queries.over(
                        Queries.bound(query, "namespace", NodeFactory.createLiteralString(of.namespace())),
                        "class",
                        of.classes()))
                .orElse(query);
    }

    /** A store elsewhere may hold what is no IRI; in the text of a query it could end the brackets it stands in. */
    private static boolean isSafe(Node value) {
        return value.isLiteral()
                || (value.isURI() && IRI.matcher(value.getURI()).matches());
    }

    private static Choice choice(Node value, List<Binding> rows) {
        Label label = new Label(text(rows.get(0), EN), text(rows.get(0), ZH));
        Set<String> names = new LinkedHashSet<>();
        for (Binding row : rows) {
            for (Var column : List.of(EN, ZH, NAME)) {
                names.add(Names.key(text(row, column)));
            }
        }
        names.remove("");
        return new Choice(value, id(value), label, names);
    }

    private static String text(Binding row, Var column) {
        Node node = row.get(column);
        return node != null && node.isLiteral() ? node.getLiteralLexicalForm() : "";
    }

    private static String id(Node value) {
        return value.isURI() ? value.getURI().replaceFirst(".*[/#]", "") : value.getLiteralLexicalForm();
    }
}
