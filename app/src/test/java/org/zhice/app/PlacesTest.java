package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages of places over the shipped data; counted in the tables themselves. */
class PlacesTest {
    private static final String ID = "https://w3id.org/zhice/id/";

    @Test
    void places_are_those_of_the_table() {
        assertThat(CsvRows.served("/places").rows())
                .hasSize(Math.toIntExact(CsvRows.table("area").count()))
                .filteredOn(place -> place.get("place").endsWith("/cn"))
                .singleElement()
                .satisfies(place -> assertThat(place)
                        .containsEntry("place", ID + "area/cn")
                        .containsEntry(
                                "figures",
                                ""
                                        + (CsvRows.table("observation").count()
                                                + CsvRows.table("target").count()))
                        .containsEntry(
                                "instruments",
                                ""
                                        + CsvRows.table("instrument")
                                                .where("jurisdiction", "cn")
                                                .count()));
    }

    /** Of places that hold no others: what names them is told by the tables alone. */
    @Test
    void what_is_said_of_a_place_is_that_of_the_tables() {
        List<String> holding = CsvRows.table("area").of("within").distinct().toList();
        assertThat(CsvRows.served("/places")
                        .where(row -> !holding.contains(row.get("place").replaceFirst(".*/", "")))
                        .rows())
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> {
                    String place = row.get("place").replaceFirst(".*/", "");
                    assertThat(List.of(row.get("achievements"), row.get("tasks"), row.get("figures")))
                            .as(place)
                            .isEqualTo(Stream.of("achievement_area", "task_area", "observation")
                                    .map(table -> ""
                                            + CsvRows.table(table)
                                                    .where("area", place)
                                                    .count())
                                    .toList());
                });
    }

    @Test
    void a_province_tells_what_its_zones_and_towns_do() {
        assertThat(CsvRows.served("/places/hainan?table=tasks").of("task"))
                .containsExactly(ID + "task/2019-059", ID + "task/2024-087");
        assertThat(CsvRows.served("/places/hainan?table=results").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get("named")).contains("area/hainan", "area/yazhou-bay"));
        assertThat(CsvRows.served("/places/gi-zone-provinces?table=figures").of("value"))
                .containsExactly("15", "29");
    }

    /** Of all 31 provinces and the corps: whatever is not placed would stand at the end of the map, without a place. */
    @Test
    void every_province_has_its_place_on_the_map() {
        List<String> tiles = CsvRows.get("/places?lang=zh")
                .body()
                .lines()
                .filter(line -> line.contains("<li class=\"shade-"))
                .toList();
        assertThat(tiles)
                .hasSize(32)
                .allSatisfy(tile -> assertThat(tile).containsPattern("row-[1-9] column-[1-8]\"><a href=\"/places/"))
                .anySatisfy(tile -> assertThat(tile).contains("/places/guangdong\">广东 <b>2</b>"));
    }
}
