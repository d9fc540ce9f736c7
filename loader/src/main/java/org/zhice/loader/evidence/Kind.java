package org.zhice.loader.evidence;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the rows of a table are told apart and which node of the graph its mapping makes of them.
 *
 * @param table the table's name
 * @param key the columns in which a row that was read and a reviewed row must be equal
 * @param statement the node, as the end of its IRI, with columns in braces
 * @param named the entity that the row names where it makes no node of its own; else empty
 * @param statedByTask whether a reviewed row that was not read is stated by its task as a whole, as law-making without
 *     title marks is; not so of agencies, since a text that names another one would be quoted as proof
 */
record Kind(String table, List<String> key, String statement, String named, boolean statedByTask) {
    private static final List<String> FIGURE = List.of("document", "value", "unit");
    private static final Pattern COLUMN = Pattern.compile("\\{(\\w+)}");

    /** Tasks stand before all that belongs to a task. */
    static final List<Kind> ALL = List.of(
            new Kind("section", List.of("id"), "section/{id}", "", false),
            new Kind("task", List.of("document", "number"), "task/{id}", "", false),
            new Kind("responsibility", List.of("task", "agency"), "responsibility/{task}-{position}", "", false),
            new Kind("legislative_action", List.of("task", "instrument"), "item/{task}-{ordinal}", "", true),
            new Kind("task_initiative", List.of("task", "initiative"), "task/{task}", "{initiative}", false),
            new Kind(
                    "task_organisation",
                    List.of("task", "organisation"),
                    "task/{task}",
                    "organisation/{organisation}",
                    false),
            new Kind("observation", FIGURE, "statement/{id}", "", false),
            new Kind("target", FIGURE, "statement/{id}", "", false));

    /** The values of the key, for people. */
    String key(Map<String, String> row) {
        return key.stream().map(row::get).collect(Collectors.joining(" "));
    }

    String statement(Map<String, String> row) {
        return fill(statement, row);
    }

    String named(Map<String, String> row) {
        return fill(named, row);
    }

    private static String fill(String template, Map<String, String> row) {
        return COLUMN.matcher(template).replaceAll(column -> row.get(column.group(1)));
    }
}
