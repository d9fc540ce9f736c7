package org.zhice.loader.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.Checkout;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;

class TablesTest {
    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void a_copy_of_the_tables() {
        home = Checkout.copyTo(folder);
    }

    @Test
    void the_shipped_tables_keep_their_contract() {
        assertThat(Tables.read(home).list())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(table.rows()).as(table.name()).isNotEmpty());
    }

    @Test
    void an_unknown_agency_is_named_with_line_and_column() {
        Checkout.edit(home, "responsibility", text -> text.replace("2023-004,2,cnipa,", "2023-004,2,cnipo,"));
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("data/tables/responsibility.csv:")
                .endsWith(" column agency: found \"cnipo\", expected a value of column id in agency.csv");
    }

    @ParameterizedTest
    @CsvSource({"0, a whole number from 1", "01, a whole number from 1", "一, a value of type integer"})
    void a_number_is_within_its_bounds_and_written_in_one_way(String cell, String expected) {
        Checkout.edit(home, "section", text -> text.replaceFirst("(?m)^(2023-1,plan-2023,,)1,", "$1" + cell + ","));
        assertThat(findings())
                .singleElement()
                .asString()
                .endsWith(" column ordinal: found \"" + cell + "\", expected " + expected);
    }

    @Test
    void a_year_has_four_digits() {
        Checkout.edit(home, "document", text -> text.replaceFirst(",2019,", ",3019,"));
        assertThat(findings())
                .singleElement()
                .asString()
                .endsWith(" column year: found \"3019\", expected a whole number from 1000 to 2999");
    }

    @Test
    void a_missing_column_shows_the_columns_expected() {
        Checkout.edit(home, "section", text -> text.replace(",ordinal,", ","));
        assertThat(findings())
                .containsExactly("data/tables/section.csv:1: found the columns id,document,parent,title_zh,title_en,"
                        + " expected the columns id,document,parent,ordinal,title_zh,title_en");
    }

    @Test
    void a_duplicate_key_is_found_on_its_second_line() {
        Checkout.edit(
                home,
                "plan_series",
                text -> text + text.lines().skip(1).findFirst().orElseThrow() + "\n");
        assertThat(findings())
                .containsExactly("data/tables/plan_series.csv:3 column id: found \"annual-plans\","
                        + " expected a key that no row above has");
    }

    @Test
    void rows_out_of_order_are_found_where_order_breaks() {
        Checkout.edit(home, "area", text -> text.replaceFirst("\n", "\nzz,zone,hainan,𠮷地,Z place,,\n"));
        assertThat(findings())
                .containsExactly("data/tables/area.csv:3 column id: found \"africa\", expected rows sorted by key");
    }

    @Test
    void a_bad_date_is_no_date() {
        Checkout.edit(home, "document", text -> text.replace("2022-06-20", "2022-06-31"));
        assertThat(findings())
                .containsExactly("data/tables/document.csv:6 column issued: found \"2022-06-31\","
                        + " expected a date (yyyy-mm-dd)");
    }

    @Test
    void every_wrong_cell_of_every_table_is_told_at_once() {
        Checkout.edit(home, "area", text -> text.replace(",China,", ",,"));
        Checkout.edit(home, "document", text -> text.replace("plan-2019,plan,2019", "plan-2019,paln,year"));
        assertThat(findings())
                .containsExactlyInAnyOrder(
                        "data/tables/area.csv:8 column name_en: found nothing, expected a value",
                        "data/tables/document.csv:2 column kind: found \"paln\", expected plan|report|scheme",
                        "data/tables/document.csv:2 column year: found \"year\", expected a value of type integer");
    }

    @Test
    void a_title_of_31_characters_is_too_long_whatever_their_code_units() {
        String longest = "𠮷".repeat(30);
        Checkout.edit(
                home, "task", text -> text.replaceFirst("(?m)^(2019-001,.*?,.*?,.*?,)[^,]*,", "$1" + longest + ","));
        assertThat(Tables.read(home).list()).isNotEmpty();
        Checkout.edit(home, "task", text -> text.replace(longest, longest + "𠮷"));
        assertThat(findings()).singleElement().asString().contains("task.csv:2 column title_zh");
    }

    @Test
    void a_row_with_a_cell_too_many_is_refused() {
        Checkout.edit(home, "area", text -> text.replace(",China,", ",China,again,"));
        assertThat(findings()).containsExactly("data/tables/area.csv:8: found 8 cells, expected 7 cells");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"China\n", "\"China\nus,美国,\"USA\"\n", "\"China\nxx,\"茶, 乡\",T\n"})
    void an_open_quote_is_told_at_the_line_where_it_opens(String rest) throws Exception {
        Files.writeString(organisation(), "id,name_zh,name_en\naa,𠮷地,Place\ncn,中国," + rest);
        assertThat(findings())
                .containsExactly("data/tables/organisation.csv:3: found a row that is not CSV (RFC 4180), expected"
                        + " each quote that opens in it closed before a comma or the end of a line");
    }

    @Test
    void quotes_that_swallow_rows_are_told_at_the_line_where_they_open() throws Exception {
        Files.writeString(organisation(), "id,name_zh,name_en\ncn,中国,\"China\nus,美国,USA\nxx,茶乡,T\"\n");
        assertThat(findings())
                .containsExactly(
                        "data/tables/organisation.csv:2 column name_en: found \"China<U+000A>us,美国,USA<U+000A>xx,茶乡,T\","
                                + " expected a cell of one line, without U+000A");
    }

    @Test
    void bytes_that_are_not_utf_8_are_told_with_line_and_offset() throws Exception {
        Files.write(organisation(), "id,name_zh,name_en\ncn,中国,China\n".getBytes("GBK"));
        assertThat(findings())
                .containsExactly(
                        "data/tables/organisation.csv:2: found bytes that are not UTF-8 (0xD6, byte 22), expected UTF-8");
        Files.write(organisation(), "\uFEFFid,name_zh,name_en\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(findings())
                .containsExactly("data/tables/organisation.csv:1: found a byte order mark of UTF-16LE, expected UTF-8");
    }

    @Test
    void a_byte_order_mark_and_line_ends_of_any_system_change_nothing() throws Exception {
        String text = Files.readString(area());
        List<Table.Row> rows = Tables.read(home).table("area").rows();
        Files.writeString(area(), "\uFEFF" + text.replace("\n", "\r\n"));
        assertThat(Tables.read(home).table("area").rows()).isEqualTo(rows).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0001, no control character (U+0001)",
        "0000, no control character (U+0000)",
        "000D, 'a cell of one line, without U+000D'",
        "200B, no character that does not show (U+200B)",
        "F90A, 金 (U+91D1) in place of U+F90A",
        "E5E5, a character that every font has in place of U+E5E5",
    })
    void a_character_that_does_not_belong_is_told_at_its_cell_by_its_code(String code, String expected) {
        String wrong = Character.toString(Integer.parseInt(code, 16));
        Checkout.edit(home, "agency", text -> text.replaceFirst("(?m)^cac,([^,]*),", "cac,\"$1" + wrong + "𠮷\","));
        assertThat(findings())
                .containsExactly("data/tables/agency.csv:2 column name_zh: found \"中央网信办<U+" + code + ">𠮷\", expected "
                        + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-06-20Z", "2022-06-20+08:00", "2022-6-20", "-2022-06-20", "0000-06-20", "2023-02-29"})
    void a_day_has_no_zone_and_stands_in_the_calendar(String day) {
        Checkout.edit(home, "document", text -> text.replace("2022-06-20", day));
        assertThat(findings())
                .containsExactly("data/tables/document.csv:6 column issued: found \"" + day
                        + "\", expected a date (yyyy-mm-dd)");
    }

    @Test
    void a_day_that_a_format_lets_pass_stands_in_the_calendar_too() {
        Checkout.edit(
                home,
                "link",
                text -> text.replaceFirst(
                        "(?m)^(?<start>(?:[^,]*,){9})[^,]*(?<end>(?:,[^,]*){3},verified)$",
                        "${start}2024-02-30${end}"));
        assertThat(findings())
                .singleElement()
                .asString()
                .endsWith(" column version: found \"2024-02-30\", expected a day of the calendar");
    }

    @Test
    void of_a_long_cell_the_beginning_and_the_length_are_shown() {
        Checkout.edit(
                home,
                "task",
                text -> text.replaceFirst("(?m)^(2019-001,.*?,.*?,.*?,)[^,]*,", "$1" + "长𠮷".repeat(20_000) + ","));
        assertThat(findings())
                .containsExactly("data/tables/task.csv:2 column title_zh: found \"" + "长𠮷".repeat(60)
                        + "…\" (40,000 characters), expected .{1,30}");
    }

    @Test
    void a_note_may_have_lines_and_no_other_cell() {
        Checkout.edit(home, "glossary", text -> text + "龘甲,tea country,\"一\n二\",\n");
        assertThat(Tables.read(home).table("glossary").cells())
                .anySatisfy(cells -> assertThat(cells).containsEntry("note_zh", "一\n二"));
        Checkout.edit(home, "glossary", text -> text + "龘乙,\"tea\ncountry\",,\n");
        assertThat(findings()).singleElement().asString().contains("column term_en: found \"tea<U+000A>country\"");
    }

    @Test
    void a_table_without_contract_and_a_contract_without_table_are_found() throws Exception {
        Files.move(home.tables().resolve("area.csv"), home.tables().resolve("place.csv"));
        assertThat(findings())
                .containsExactly(
                        "data/tables/area.csv: found no file, expected a table",
                        "data/tables/place.csv: found a table, expected its contract in csv-metadata.json");
    }

    @Test
    void an_empty_file_is_no_table() throws Exception {
        Files.writeString(home.tables().resolve("area.csv"), "", StandardCharsets.UTF_8);
        assertThat(findings())
                .containsExactly("data/tables/area.csv:1: found an empty file,"
                        + " expected the columns id,kind,within,name_zh,name_en,also_zh,also_en");
    }

    private Path organisation() {
        return home.tables().resolve("organisation.csv");
    }

    private Path area() {
        return home.tables().resolve("area.csv");
    }

    private List<String> findings() {
        return catchThrowableOfType(InputException.class, () -> Tables.read(home)).findings().stream()
                .map(Object::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+110", "0110", "110.", "-0", "-0.0", "+0", "1e2", "1,1", ".5", "NaN", "110 ", "１１０"})
    void a_decimal_number_is_written_in_one_way(String cell) {
        Checkout.edit(home, "observation", text -> text.replaceFirst("110条,110,", "110条,\"" + cell + "\","));
        assertThat(findings()).singleElement().asString().contains("observation.csv:2 column value: found ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"110.0", "0.50", "-3", "0"})
    void zeros_behind_the_point_are_kept(String cell) {
        Checkout.edit(home, "observation", text -> text.replaceFirst("110条,110,", "110条," + cell + ","));
        assertThat(Tables.read(home).table("observation").cells().get(0)).containsEntry("value", cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "foo",
                "//a.example/x",
                "ftp://a.example/x",
                "ht tp://a.example",
                "https://",
                "https:///x",
                "https://a.example/<b>",
                "https://a.example/a b",
                "https://[",
                "https://user@a.example/"
            })
    void an_address_is_one_of_the_web(String cell) {
        Checkout.edit(home, "link", text -> text.replaceFirst("0\\.8,https://[^,]*", "0.8,\"" + cell + "\""));
        assertThat(findings())
                .containsExactly("data/tables/link.csv:2 column evidence: found \"" + cell
                        + "\", expected an address that begins with http:// or https://");
    }

    @Test
    void an_address_may_be_in_chinese() {
        Checkout.edit(
                home, "link", text -> text.replaceFirst("0\\.8,https://[^,]*", "0.8,https://茶.example/乡/𠮷?q=茶#一"));
        assertThat(Tables.read(home).list()).isNotEmpty();
    }

    @Test
    void what_stands_in_the_place_of_a_table_is_told() throws Exception {
        Files.delete(area());
        Files.createDirectory(area());
        assertThat(findings()).containsExactly("data/tables/area.csv: found no file but a folder, expected a file");
        Files.delete(area());
        Files.createSymbolicLink(area(), Path.of("𠮷 nowhere"));
        assertThat(findings())
                .containsExactly("data/tables/area.csv: found a link that leads to no file, expected a file");
        Files.delete(area());
        Files.createSymbolicLink(area(), area());
        assertThat(findings())
                .containsExactly("data/tables/area.csv: found a link that leads to no file, expected a file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"tables\":5}",
                "{\"tables\":[5]}",
                "{\"tables\":[{}]}",
                "{\"tables\":[{\"url\":\"𠮷.csv\"}]}",
                "{\"tables\":[{\"url\":\"a.txt\",\"tableSchema\":{\"primaryKey\":[]}}]}",
                "{\"tables\":[{\"url\":\"a.csv\",\"tableSchema\":{\"columns\":[{\"name\":\"a\",\"datatype\":\"sting\"}]}}]}",
                "{\"tables\":[{\"url\":\"a.csv\",\"tableSchema\":{\"columns\":[{\"name\":\"a\",\"datatype\":"
                        + "{\"base\":\"string\",\"format\":\"[a\"}}]}}]}",
                "{\"tables\":[{\"url\":\"a.csv\",\"tableSchema\":{\"columns\":[],\"primaryKey\":[\"a\"]}}]}"
            })
    void a_contract_that_is_none_is_told(String json) throws Exception {
        Files.writeString(home.tables().resolve("csv-metadata.json"), json);
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("data/tables/csv-metadata.json")
                .contains(": found ")
                .doesNotContain("null,", "Exception");
    }
}
