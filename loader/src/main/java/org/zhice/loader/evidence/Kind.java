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
 */
record Kind(String table, List<String> key, String statement, String named) {
    private static final List<String> FIGURE = List.of("document", "value", "unit", "printed_value");
    private static final Pattern COLUMN = Pattern.compile("\\{(\\w+)}");

    /** Tasks stand before all that belongs to a task. */
    static final List<Kind> ALL = List.of(
            new Kind("section", List.of("id"), "section/{id}", ""),
            new Kind("task", List.of("document", "number"), "task/{id}", ""),
            new Kind("responsibility", List.of("task", "agency"), "responsibility/{task}-{position}", ""),
            new Kind("legislative_action", List.of("task", "instrument"), "item/{task}-{ordinal}", ""),
            new Kind("task_initiative", List.of("task", "initiative"), "task/{task}", "{initiative}"),
            new Kind(
                    "task_organisation", List.of("task", "organisation"), "task/{task}", "organisation/{organisation}"),
            new Kind("observation", FIGURE, "statement/{id}", ""),
            new Kind("target", FIGURE, "statement/{id}", ""));

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
