package org.zhice.loader.map;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/** Maps tables to quads with the queries in {@code loader/mapping}, one file per table and of its name. */
public final class Mapper {
    static {
        JenaSystem.init();
    }

    private final Map<String, Mapping> mappings = new LinkedHashMap<>();

    /** @throws InputException if a table has no mapping */
    public Mapper(Home home, Tables tables) {
        for (Table table : tables.list()) {
            Path file = home.mappings().resolve(table.name() + ".rq");
            if (!Files.exists(file)) {
                throw new InputException(home.name(file), "no file", "the mapping of " + table.file());
            }
            mappings.put(table.name(), Mapping.read(file));
        }
    }

    /** Sends the quads of a table to {@code out}, in order of the rows, with repeats. */
    public void map(Table table, Consumer<Quad> out) {
        mappings.get(table.name()).map(table, table.rows(), out);
    }

    /** The columns of a table that its mapping reads. */
    public Set<String> columnsUsed(Table table) {
        return columns(table, mappings.get(table.name()).variables());
    }

    /** The columns of a table from which its mapping makes a property; empty if it does not. */
    public Set<String> columnsOf(Table table, Node property) {
        return columns(table, mappings.get(table.name()).variablesOf(property));
    }

    private static Set<String> columns(Table table, Set<String> variables) {
        return variables.stream()
                .flatMap(variable -> table.columnsOf(variable).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The quads of some rows of a table. */
    public Set<Quad> map(Table table, List<Table.Row> rows) {
        Set<Quad> quads = new LinkedHashSet<>();
        mappings.get(table.name()).map(table, rows, quads::add);
        return quads;
    }
}
