package org.zhice.server;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.query.Label;
import org.zhice.server.query.Result;
import org.zhice.server.query.SavedQuery;

/**
 * An answer as a table for people. An entity is shown by its name, so the columns {@code x_en} and {@code x_zh} that carry
 * the name for programs are left out beside {@code x}; of two columns that differ only in language one is shown.
 */
record ResultTable(SavedQuery query, Result result, Labels labels, Language language) {
    private static final int SHOWN_ROWS = 1_000;

    Map<String, Object> model() {
        List<Var> columns = result.columns().stream().filter(this::isShown).toList();
        return Map.of(
                "columns", columns.stream().map(this::head).toList(),
                "rows",
                        result.rows().stream()
                                .limit(SHOWN_ROWS)
                                .map(row -> cells(columns, row))
                                .toList(),
                "count", String.valueOf(result.rows().size()),
                "shown", String.valueOf(SHOWN_ROWS),
                "cut", result.rows().size() > SHOWN_ROWS,
                "whole", result.whole());
    }

    private boolean isShown(Var column) {
        String name = column.getVarName();
        if (base(name).equals(name)) {
            return true;
        }
        boolean hasEntity = has(base(name));
        boolean inOtherLanguage = name.endsWith("_" + language.other().tag());
        return !hasEntity && !(inOtherLanguage && has(base(name) + "_" + language.tag()));
    }

    private boolean has(String name) {
        return result.columns().contains(Var.alloc(name));
    }

    private static String base(String name) {
        return name.replaceFirst("_(en|zh)$", "");
    }

    private Map<String, Object> head(Var column) {
        boolean numbers =
                !result.rows().isEmpty() && isNumber(result.rows().get(0).get(column));
        return Map.of("title", title(column), "number", numbers);
    }

    private static boolean isNumber(Node node) {
        return node != null && node.isLiteral() && node.getLiteralValue() instanceof Number;
    }

    private String title(Var column) {
        String name = column.getVarName();
        Label label = query.columns().getOrDefault(name, query.columns().get(base(name)));
        return label == null ? base(name).replace('_', ' ') : label.in(language.tag());
    }

    private List<Map<String, Object>> cells(List<Var> columns, Binding row) {
        return columns.stream().map(column -> cell(row.get(column))).toList();
    }

    private Map<String, Object> cell(Node node) {
        if (node == null || node.isBlank()) {
            return cell("", "", "", false);
        }
        if (node.isURI()) {
            return cell(labels.of(node), Links.entity(node.getURI()), "", false);
        }
        boolean number = isNumber(node);
        String text = node.getLiteralLexicalForm();
        return cell(number ? plain(text) : text, "", node.getLiteralLanguage(), number);
    }

    private static Map<String, Object> cell(String text, String href, String lang, boolean number) {
        return Map.of("text", text, "href", href, "lang", lang, "number", number);
    }

    /** A number without the zeros that only its type adds. */
    private static String plain(String number) {
        try {
            return new BigDecimal(number).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return number;
        }
    }
}
