package org.zhice.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

/** The tables of links against the list of identifiers that were found, which lies beside some checkouts. */
class LinksTest {
    private static final Tables TABLES = Tables.read(Checkout.home());
    private static final Path LIST = Checkout.home().root().resolve("../shared/facts/links.tsv");

    /** A line of the list; a code list gives several codes in one. */
    private record Found(String zh, String dataset, String identifier) {
        static Stream<Found> of(String line) {
            String[] cells = line.split("\t", -1);
            return Stream.of(cells[3].split(" / ", -1)).map(identifier -> new Found(cells[0], cells[2], identifier));
        }
    }

    @BeforeEach
    void the_list_is_there() {
        assumeTrue(Files.exists(LIST), "the list of identifiers is not beside the checkout");
    }

    @Test
    void every_line_of_the_list_is_loaded_or_left_out_with_a_reason() throws IOException {
        List<Found> found = found();
        assertThat(found).hasSizeGreaterThanOrEqualTo(484).allSatisfy(line -> {
            boolean loaded = rows("link").stream().anyMatch(row -> isLoaded(line, row));
            boolean leftOut = rows("link_left_out").stream().anyMatch(row -> isLeftOut(line, row));
            assertThat(loaded ^ leftOut).as(line.toString()).isTrue();
        });
    }

    @Test
    void no_identifier_is_in_the_tables_that_is_not_in_the_list() throws IOException {
        Set<String> listed = found().stream().map(Found::identifier).collect(Collectors.toSet());
        assertThat(Stream.of("link", "link_left_out")
                        .flatMap(table -> rows(table).stream())
                        .flatMap(row -> Stream.of(row.get("identifier").split(" / ", -1))))
                .hasSizeGreaterThan(400)
                .allMatch(listed::contains);
    }

    private static List<Found> found() throws IOException {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.skip(1).flatMap(Found::of).toList();
        }
    }

    /** The name of the list stands in the row, so that the rows are the map from its names to our entities. */
    private static boolean isLoaded(Found line, Map<String, String> row) {
        return row.get("identifier").equals(line.identifier())
                && line.dataset().startsWith(row.get("dataset"))
                && row.get("subject_label").equals(line.zh());
    }

    private static boolean isLeftOut(Found line, Map<String, String> row) {
        return row.get("name_zh").equals(line.zh())
                && row.get("dataset").equals(line.dataset())
                && row.get("identifier").equals(line.identifier());
    }

    private static List<Map<String, String>> rows(String name) {
        Table table = TABLES.list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return table.cells();
    }
}
