package org.zhice.server.question;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.query.SavedQuery;
import org.zhice.server.entity.Evidence;
import org.zhice.server.entity.ThingNames;
import org.zhice.server.web.Language;
import org.zhice.server.web.Numbers;
import org.zhice.store.Result;

/**
 * An answer as a table for people. An entity is shown by its name, so the columns {@code x_en} and {@code x_zh} that carry
 * the name for programs are left out beside {@code x}; of two columns that differ only in language one is shown.
 */
record ResultTable(SavedQuery query, Result result, ThingNames names, Language language) {
    private static final int SHORT_TEXT = 12;

    Map<String, Object> model() {
        List<Var> columns = result.columns().stream().filter(this::isShown).toList();
        return Map.of(
                "columns", columns.stream().map(this::head).toList(),
                "rows", result.rows().stream().map(row -> row(columns, row)).toList());
    }

    /** The evidence is shown below its row. */
    private boolean isShown(Var column) {
        String name = column.getVarName();
        String base = ColumnTitles.base(name);
        if (base.equals(name)) {
            return !column.equals(Evidence.QUOTE) && !column.equals(Evidence.SOURCE);
        }
        boolean inOtherLanguage = name.endsWith("_" + language.other().tag());
        return !has(base) && !(inOtherLanguage && has(base + "_" + language.tag()));
    }

    private boolean has(String name) {
        return result.columns().contains(Var.alloc(name));
    }

    private Map<String, String> head(Var column) {
        boolean numbers =
                !result.rows().isEmpty() && Result.isNumber(result.rows().get(0).get(column));
        return Map.of("title", new ColumnTitles(query, language).of(column), "kind", numbers ? "number" : "");
    }

    private Map<String, Object> row(List<Var> columns, Binding row) {
        return Map.of(
                "cells", columns.stream().map(column -> cell(row.get(column))).toList(), "evidence", evidence(row));
    }

    private static Map<String, String> evidence(Binding row) {
        Node quote = row.get(Evidence.QUOTE);
        return quote == null
                ? Map.of()
                : cell(
                        quote.getLiteralLexicalForm(),
                        ThingNames.link(row.get(Evidence.SOURCE).getURI()),
                        quote.getLiteralLanguage(),
                        "");
    }

    private Map<String, String> cell(Node node) {
        if (node == null || node.isBlank()) {
            return cell("", "", "", "");
        }
        if (node.isURI()) {
            String name = names.of(node);
            return cell(name, ThingNames.link(node.getURI()), "", kind(name));
        }
        String text = node.getLiteralLexicalForm();
        if (Result.isNumber(node)) {
            return cell(Numbers.show(text, language), "", "", "number");
        }
        return cell(text, "", node.getLiteralLanguage(), kind(text));
    }

    /** A short text, such as a date, is not broken; a long one keeps some width, since Chinese may break anywhere. */
    private static String kind(String text) {
        return text.length() > SHORT_TEXT ? "long" : "short";
    }

    private static Map<String, String> cell(String text, String href, String lang, String kind) {
        return Map.of("text", text, "href", href, "lang", lang, "kind", kind);
    }
}
