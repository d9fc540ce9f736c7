package org.zhice.server.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Links;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;

/**
 * A page of tables.
 *
 * @param lead what it shows, in a sentence or two
 * @param ways to pages beside it
 * @param map above the tables; one without tiles is not shown
 * @param choices the fields of its form; none if there is nothing to choose
 * @param asked the parameters that it was asked with, but for language and form
 */
public record Sheets(
        String title,
        String lead,
        List<Piece> ways,
        TileMap map,
        List<Choice> choices,
        List<Sheet> sheets,
        Map<String, String> asked) {
    private static final List<Format> FORMATS = List.of(Format.HTML, Format.CSV, Format.JSON);
    private static final String FORMAT = "format";
    private static final String TABLE = "table";
    private static final String LANG = "lang";

    /** Of so many tables there is a list above them. */
    private static final int LISTED = 4;

    public Sheets {
        ways = List.copyOf(ways);
        choices = List.copyOf(choices);
        sheets = List.copyOf(sheets);
    }

    /** A page without a form. */
    public static Sheets of(String title, String lead, List<Piece> ways, List<Sheet> sheets) {
        return new Sheets(title, lead, ways, TileMap.NONE, List.of(), sheets, Map.of());
    }

    /** The same with a form. */
    public Sheets choosing(List<Choice> fields) {
        return new Sheets(title, lead, ways, map, fields, sheets, asked);
    }

    /** The same with a map. */
    public Sheets mapped(TileMap tiles) {
        return new Sheets(title, lead, ways, tiles, choices, sheets, asked);
    }

    /**
     * Refuses what a page does not know.
     *
     * @throws Problem 400 for a parameter that is none of the page
     */
    public static void require(Client client, String... own) {
        List<String> known =
                Stream.concat(Stream.of(own), Stream.of(FORMAT, TABLE, LANG)).toList();
        client.parameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.of(400, "query-parameter", name, String.join(", ", known));
                });
    }

    /**
     * The page, or one of its tables as a file.
     *
     * @throws Problem 400 for a form or a table that there is not
     */
    public Answer answer(Client client) {
        Format format = Format.wanted(FORMATS, client);
        return format == Format.HTML
                ? Templates.page(client, "sheets", askedBy(client))
                : format.ofRows(Sheet.joined(file(client)).result());
    }

    private Sheets askedBy(Client client) {
        Map<String, String> values = new LinkedHashMap<>();
        client.parameters().keySet().stream()
                .filter(name -> !List.of(FORMAT, TABLE, LANG).contains(name))
                .forEach(name -> client.only(name).ifPresent(value -> values.put(name, value)));
        values.put(LANG, client.language().tag());
        return new Sheets(title, lead, ways, map, choices, sheets, values);
    }

    private List<Sheet> file(Client client) {
        List<String> tables = sheets.stream()
                .filter(sheet -> !sheet.isHeading())
                .map(Sheet::table)
                .distinct()
                .toList();
        if (tables.isEmpty()) {
            throw Problem.of(404, "not-found", client.path());
        }
        String table = Choice.asked(client, TABLE, tables, tables.get(0));
        return sheets.stream().filter(sheet -> sheet.table().equals(table)).toList();
    }

    /** The address of a table as a file. */
    String file(Sheet sheet) {
        Map<String, String> values = new LinkedHashMap<>(asked);
        values.put(TABLE, sheet.table());
        values.put(FORMAT, "csv");
        return Links.parameters(values);
    }

    /** Whether the file of a sheet is named there: at the last of the sheets that it holds. */
    boolean namesFile(Sheet sheet) {
        List<String> parts = sheets.stream()
                .filter(other -> other.table().equals(sheet.table()))
                .map(Sheet::id)
                .toList();
        return !sheet.isHeading() && parts.get(parts.size() - 1).equals(sheet.id());
    }

    boolean isDrawn() {
        return sheets.stream().anyMatch(sheet -> !sheet.chart().isEmpty());
    }

    boolean isListed() {
        return sheets.size() >= LISTED;
    }
}
