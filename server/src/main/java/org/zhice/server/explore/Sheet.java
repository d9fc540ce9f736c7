package org.zhice.server.explore;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.entity.ThingNames;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Words;
import org.zhice.store.Label;
import org.zhice.store.Result;

/**
 * Rows for people: a thing is called by the columns {@code x_en} and {@code x_zh} beside its column {@code x}, of which only
 * that one is shown; of two columns that differ in language alone, that of the page.
 */
record Sheet(List<Column> columns, List<List<Cell>> rows) {
    /** A column; what is null is an attribute that the page leaves out. */
    record Column(String title, String kind) {}

    /**
     * A cell.
     *
     * @param href where it leads; null if nowhere
     * @param lang the language of the text; null if it has none
     * @param kind as that of its column
     */
    record Cell(String text, String href, String lang, String kind) {}

    private record Maker(Result result, ThingNames names, Language language) {
        private static final String NUMBER = "number";
        private static final int SHORT = 12;

        Sheet sheet(List<Binding> rows) {
            List<String> bases = result.columns().stream()
                    .map(column -> column.getVarName().replaceFirst("_(en|zh)$", ""))
                    .distinct()
                    .toList();
            Messages words = Messages.in(language, Sheet.class);
            return new Sheet(
                    bases.stream()
                            .map(base -> new Column(words.text("explore.column." + base), kind(rows, base)))
                            .toList(),
                    rows.stream()
                            .map(row ->
                                    bases.stream().map(base -> cell(row, base)).toList())
                            .toList());
        }

        private static String kind(List<Binding> rows, String base) {
            return rows.stream().map(row -> row.get(Var.alloc(base))).anyMatch(node -> Result.isNumber(node))
                    ? NUMBER
                    : null;
        }

        private Cell cell(Binding row, String base) {
            Label label = Result.label(row, base);
            Optional<Node> node = Optional.ofNullable(row.get(Var.alloc(base)));
            if (!label.isEmpty()) {
                String text = label.in(language.tag());
                return new Cell(Words.capital(text), href(node), text.equals(label.zh()) ? "zh" : "en", width(text));
            }
            return node.map(this::cell).orElse(new Cell("", null, null, null));
        }

        private Cell cell(Node node) {
            if (node.isURI()) {
                String text = names.of(node);
                return new Cell(text, ThingNames.link(node.getURI()), null, width(text));
            }
            String text = node.getLiteralLexicalForm();
            String lang = node.getLiteralLanguage();
            return Result.isNumber(node)
                    ? new Cell(Numbers.show(text, language), null, null, NUMBER)
                    : new Cell(language.day(text), null, lang.isEmpty() ? null : lang, width(text));
        }

        private static String href(Optional<Node> node) {
            return node.filter(Node::isURI)
                    .map(iri -> ThingNames.link(iri.getURI()))
                    .orElse(null);
        }

        private static String width(String text) {
            return text.length() > SHORT ? "long" : "short";
        }
    }

    /** Some rows of a result. */
    static Sheet of(Result result, List<Binding> rows, ValueNames names, Language language) {
        return new Maker(result, new ThingNames(names.labels(), names.prefixes(), language), language).sheet(rows);
    }
}
