package org.zhice.loader.extract.clean.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.word.Resource;

/**
 * The head of a table of duties.
 *
 * @param columns what stands in each
 */
public record Head(List<Column> columns) {
    private static final String BODY = "(?:单位|單位|部门|部門|主体|机构|处室|科室|责任单位|责任部门)(?:[（(]?(?:单位|部门)[）)]?)?";
    private static final int LONGEST = 16;
    private static final List<Form> FORMS = Resource.rows(Head.class, "heads.tsv").stream()
            .map(row ->
                    new Form(Column.of(row.get(0)), Pattern.compile(row.get(1).replace("$body", BODY))))
            .toList();

    private record Form(Column column, Pattern words) {}

    public Head {
        columns = List.copyOf(columns);
    }

    /** The head in a row of cells, if each of them is one and they are those of a table of duties. */
    public static Optional<Head> of(List<String> cells) {
        List<Column> columns = new ArrayList<>();
        for (String cell : cells) {
            Optional<Column> column = cell.isBlank() ? Optional.of(Column.NOTE) : column(cell);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get());
        }
        return isOfDuties(columns) ? Optional.of(new Head(withGroups(columns))) : Optional.empty();
    }

    /** What a cell says of its column, if it is a head. */
    static Optional<Column> column(String cell) {
        String words = cell.replaceAll("[\\s\\u3000\\u2028]", "");
        return words.length() > LONGEST
                ? Optional.empty()
                : FORMS.stream()
                        .filter(form -> form.words().matcher(words).matches())
                        .map(Form::column)
                        .findFirst();
    }

    private static boolean isOfDuties(List<Column> columns) {
        return columns.stream().anyMatch(Column::isDuty)
                && columns.stream().anyMatch(column -> column == Column.TASK || column == Column.GROUP);
    }

    /** The last column of tasks before the duties holds them; those before it say what they have in common. */
    private static List<Column> withGroups(List<Column> columns) {
        int duty = 0;
        while (!columns.get(duty).isDuty()) {
            duty++;
        }
        List<Column> before = columns.subList(0, duty);
        int task =
                before.lastIndexOf(Column.TASK) >= 0 ? before.lastIndexOf(Column.TASK) : columns.indexOf(Column.TASK);
        task = task >= 0 ? task : columns.lastIndexOf(Column.GROUP);
        List<Column> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Column other = i < task ? Column.GROUP : Column.NOTE;
            found.add(i == task ? Column.TASK : column == Column.TASK ? other : column);
        }
        return found;
    }

    /** This head with the second row of a head in two rows. */
    public Head with(List<String> cells) {
        List<Column> found = new ArrayList<>(columns);
        for (int i = 0; i < cells.size(); i++) {
            Optional<Column> column = cells.get(i).isBlank() ? Optional.empty() : column(cells.get(i));
            while (found.size() <= i) {
                found.add(Column.NOTE);
            }
            if (column.isPresent()) {
                found.set(i, column.get());
            }
        }
        return new Head(found);
    }

    /** Whether all cells that have words are heads: then they are a second row of a head, or a head that comes again. */
    public static boolean isRow(List<String> cells) {
        return cells.stream().anyMatch(cell -> !cell.isBlank())
                && cells.stream()
                        .allMatch(cell -> cell.isBlank() || column(cell).isPresent());
    }

    public Column column(int index) {
        return index < columns.size() ? columns.get(index) : Column.NOTE;
    }
}
