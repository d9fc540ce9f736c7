package org.zhice.loader.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/** The reviewed tables with what is looked up in them for each text, made once for all texts: else each would read all rows. */
public final class Reviewed {
    private final Tables tables;
    private final DocumentReader reader;
    private final Map<String, Map<String, List<Table.Row>>> rows = new HashMap<>();
    private final Map<String, String> tasksOfMarked = new HashMap<>();

    private Reviewed(Tables tables) {
        this.tables = tables;
        this.reader = DocumentReader.of(tables);
        Map<String, String> documents = documentsOfTasks();
        Kind.of(tables).forEach(kind -> rows.put(kind.table(), byDocument(kind.reviewed(), documents)));
        rows.put(Fragment.TABLE, byDocument(tables.table(Fragment.TABLE), documents));
        findTasks();
    }

    /** Reads all rows once. */
    public static Reviewed of(Tables tables) {
        return new Reviewed(tables);
    }

    Tables tables() {
        return tables;
    }

    DocumentReader reader() {
        return reader;
    }

    /** The rows of a table that belong to a document, or to a task of it. */
    List<Map<String, String>> rows(Table table, String document) {
        return rows.get(table.name()).getOrDefault(document, List.of()).stream()
                .map(table::cells)
                .toList();
    }

    /** The task of a statement that a person has marked in a text; none if it is of no task. */
    Optional<String> taskOfMarked(String statement) {
        return Optional.ofNullable(tasksOfMarked.get(statement));
    }

    private Map<String, String> documentsOfTasks() {
        Table table = tables.table("task");
        return table.rows().stream()
                .collect(Collectors.toMap(row -> table.cell(row, "id"), row -> table.cell(row, "document")));
    }

    private static Map<String, List<Table.Row>> byDocument(Table table, Map<String, String> documents) {
        Function<Table.Row, String> document = table.header().contains("document")
                ? row -> table.cell(row, "document")
                : row -> documents.getOrDefault(table.cell(row, "task"), "");
        return table.rows().stream().collect(Collectors.groupingBy(document));
    }

    private void findTasks() {
        Table marks = tables.table(Fragment.TABLE);
        Set<String> marked = marks.cells().stream()
                .map(row -> Fragment.statement(marks, row))
                .collect(Collectors.toSet());
        tables.list().stream()
                .filter(table -> table.header().contains("task"))
                .forEach(table -> table.rows()
                        .forEach(row -> table.url("about", table.cells(row))
                                .filter(marked::contains)
                                .ifPresent(iri -> tasksOfMarked.put(iri, table.cell(row, "task")))));
    }
}
