package org.zhice.server.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Words;
import org.zhice.store.Result;

/**
 * A document of which no text was added.
 *
 * @param editor the address of the editor with the query behind it
 */
record OutlineView(Piece title, List<Piece> ways, List<Part> parts, String editor) {
    /**
     * A heading or a paragraph.
     *
     * @param items tasks and requirements, or results, intentions and figures of the paragraph
     */
    record Part(int level, Piece title, List<Piece> items) {}

    /** From the rows of {@code outline.rq}. */
    static OutlineView of(
            Piece title, List<Piece> ways, List<Binding> rows, Names names, Messages words, String editor) {
        return new OutlineView(title, ways, new Maker(rows, names, words).parts(), editor);
    }

    private record Maker(List<Binding> rows, Names names, Messages words) {
        private static final int FIRST = 2;
        private static final int LAST = 4;

        List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            Map<Optional<Node>, List<Binding>> entries = grouped("entry", "section");
            Map<Optional<Node>, List<Binding>> sections = grouped("ordinal", "parent");
            add(Optional.empty(), FIRST, sections, entries, parts);
            if (entries.containsKey(Optional.<Node>empty())) {
                parts.add(
                        new Part(FIRST, Piece.of(words.text("outline.without")), numbered(entries, Optional.empty())));
            }
            grouped("item", "paragraph")
                    .forEach((paragraph, items) -> parts.add(new Part(
                            FIRST,
                            Piece.of(words.text("outline.paragraph", Result.text(items.get(0), "paragraph"))),
                            items.stream().map(this::item).toList())));
            return parts;
        }

        /** A result by its title; a figure, which has none, by what it is a figure of, with its value as printed. */
        private Piece item(Binding row) {
            Piece item = names.piece(row.get("item"));
            return row.contains("metric")
                    ? item.saying(Words.capital(names.piece(row.get("metric")).text()))
                            .with(Result.text(row, "printed"))
                    : item;
        }

        /** The rows with something in one column, by what stands in another. */
        private Map<Optional<Node>, List<Binding>> grouped(String having, String by) {
            return rows.stream()
                    .filter(row -> row.contains(having))
                    .collect(Collectors.groupingBy(
                            row -> Optional.ofNullable(row.get(by)), LinkedHashMap::new, Collectors.toList()));
        }

        private void add(
                Optional<Node> above,
                int level,
                Map<Optional<Node>, List<Binding>> sections,
                Map<Optional<Node>, List<Binding>> entries,
                List<Part> parts) {
            for (Binding row : sections.getOrDefault(above, List.of())) {
                Optional<Node> section = Optional.of(row.get("section"));
                parts.add(new Part(level, names.piece(row.get("section")), numbered(entries, section)));
                add(section, Math.min(level + 1, LAST), sections, entries, parts);
            }
        }

        private List<Piece> numbered(Map<Optional<Node>, List<Binding>> entries, Optional<Node> section) {
            return entries.getOrDefault(section, List.of()).stream()
                    .map(row -> {
                        Piece entry = names.piece(row.get("entry"));
                        return entry.saying(Result.text(row, "number") + " · " + entry.text());
                    })
                    .toList();
        }
    }
}
