package org.zhice.server.question;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.query.Chart;
import org.zhice.query.SavedQuery;
import org.zhice.server.entity.ThingNames;
import org.zhice.server.evidence.Evidence;
import org.zhice.server.question.Table.Cell;
import org.zhice.server.question.Table.Column;
import org.zhice.server.question.Table.Row;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.store.Result;

/**
 * An answer as a table for people. An entity is shown by its name, so the columns {@code x_en} and {@code x_zh} that carry
 * the name for programs are left out beside {@code x}; of two columns that differ only in language one is shown.
 */
record ResultTable(SavedQuery query, Result result, ThingNames names, Language language) {
    private static final int SHORT_TEXT = 12;
    private static final String NUMBER = "number";

    Table table() {
        List<Var> columns = result.columns().stream().filter(this::isShown).toList();
        return new Table(
                chart(),
                columns.stream().map(this::head).toList(),
                result.rows().stream().map(row -> row(columns, row)).toList());
    }

    private String chart() {
        return query.about()
                .chart()
                .filter(chart -> chart != Chart.TABLE && !query.about().roles().isEmpty())
                .map(Chart::id)
                .orElse(null);
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

    private Column head(Var column) {
        boolean numbers =
                !result.rows().isEmpty() && Result.isNumber(result.rows().get(0).get(column));
        String name = column.getVarName();
        Map<String, String> roles = query.about().roles();
        return new Column(
                new ColumnTitles(query, language).of(column),
                numbers ? NUMBER : null,
                roles.getOrDefault(name, roles.get(ColumnTitles.base(name))));
    }

    private Row row(List<Var> columns, Binding row) {
        return new Row(
                columns.stream().map(column -> cell(row.get(column))).toList(),
                Optional.ofNullable(row.get(Evidence.QUOTE))
                        .map(quote -> evidence(quote, row.get(Evidence.SOURCE).getURI())));
    }

    private static Cell evidence(Node quote, String source) {
        String context = Links.marked(source).orElseGet(() -> ThingNames.link(source));
        return new Cell(quote.getLiteralLexicalForm(), context, quote.getLiteralLanguage(), null);
    }

    private Cell cell(Node node) {
        if (node == null || node.isBlank()) {
            return Cell.EMPTY;
        }
        if (node.isURI()) {
            String name = names.of(node);
            return new Cell(name, ThingNames.link(node.getURI()), null, kind(name));
        }
        String text = node.getLiteralLexicalForm();
        if (Result.isNumber(node)) {
            return Cell.of(Numbers.show(text, language), NUMBER, number(text), Numbers.plain(text));
        }
        if (XSDDatatype.XSDdate.equals(node.getLiteralDatatype())) {
            return Cell.of(language.day(text), kind(text), BigDecimal.ZERO, text);
        }
        return new Cell(text, null, lang(node), kind(text));
    }

    /** NaN and the infinities are no numbers of ours. */
    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    private static String lang(Node literal) {
        String lang = literal.getLiteralLanguage();
        return lang.isEmpty() ? null : lang;
    }

    /** A short text, such as a date, is not broken; a long one keeps some width, since Chinese may break anywhere. */
    private static String kind(String text) {
        return text.length() > SHORT_TEXT ? "long" : "short";
    }
}
