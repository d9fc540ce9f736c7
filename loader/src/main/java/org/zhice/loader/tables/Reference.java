package org.zhice.loader.tables;

import java.io.Serializable;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Place;

/**
 * A cell that must hold a value of another column.
 *
 * @param place of the cell
 */
public record Reference(Place place, String cell, Target target) implements Serializable {

    /** The column of a table that a reference leads to. */
    public record Target(String table, String column) implements Serializable {
        /** What a cell should be that holds none of its values. */
        String expected() {
            return "a value of column " + column + " in " + table + ".csv";
        }
    }

    /** What is wrong if no row has the value. */
    public Finding missing() {
        return Finding.cell(place, cell, target.expected());
    }
}
