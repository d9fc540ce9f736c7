package org.zhice.loader.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;

/**
 * A table as it stands in its file, and what is wrong in it whatever other tables hold.
 *
 * @param cells what cannot be read, or breaks the contract
 * @param keys what is not unique or not sorted; not looked at if any cell is wrong
 */
public record TableFile(Table table, List<Finding> cells, List<Finding> keys) {

    /** Reads the file of a table, whatever rows the given one has. */
    public static TableFile read(Home home, Table form) {
        List<Finding> cells = new ArrayList<>();
        Path file = home.tables().resolve(form.contract().file());
        Table table = TableReader.read(file, form.file(), form.contract(), cells::add);
        return new TableFile(table, List.copyOf(cells), cells.isEmpty() ? TableRules.keys(table) : List.of());
    }
}
