package org.zhice.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    private record Found(String zh, String en, String dataset, String identifier) {
        static Stream<Found> of(String line) {
            String[] cells = line.split("\t", -1);
            return Stream.of(cells[3].split(" / ", -1))
                    .map(identifier -> new Found(cells[0], cells[1], cells[2], identifier));
        }
    }

    @BeforeEach
    void the_list_is_there() {
        assumeTrue(Files.exists(LIST), "the list of identifiers is not beside the checkout");
    }

    @Test
    void every_line_of_the_list_is_loaded_or_left_out_with_a_reason() throws IOException {
        List<Found> found = found();
        assertThat(found).hasSizeGreaterThan(400).allSatisfy(line -> {
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

    private static boolean isLoaded(Found line, Map<String, String> row) {
        return row.get("identifier").equals(line.identifier())
                && line.dataset().startsWith(row.get("dataset"))
                && Stream.of(line.zh(), line.en()).anyMatch(name -> isNamed(row, name));
    }

    private static boolean isNamed(Map<String, String> row, String name) {
        return row.get("subject_label").equals(name)
                || names(row.get("entity")).contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isLeftOut(Found line, Map<String, String> row) {
        return row.get("name_zh").equals(line.zh())
                && row.get("dataset").equals(line.dataset())
                && row.get("identifier").equals(line.identifier());
    }

    /** Every name of an entity in the tables, in small letters. */
    private static Set<String> names(String entity) {
        String id = entity.substring(entity.indexOf('/') + 1);
        return Stream.of("agency", "area", "initiative", "instrument", "metric", "organisation", "topic")
                .filter(kind -> entity.startsWith(kind + "/"))
                .flatMap(kind -> Stream.concat(
                        rows(kind).stream().filter(row -> row.get("id").equals(id)), furtherNames(kind, id)))
                .flatMap(row -> row.values().stream())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Stream<Map<String, String>> furtherNames(String kind, String id) {
        return TABLES.list().stream()
                .filter(table -> table.name().equals(kind + "_name"))
                .flatMap(table -> table.cells().stream())
                .filter(row -> row.get(kind).equals(id));
    }

    private static List<Map<String, String>> rows(String name) {
        Table table = TABLES.list().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return table.cells();
    }
}
