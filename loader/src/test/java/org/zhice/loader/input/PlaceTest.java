package org.zhice.loader.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceTest {
    private static final Place LINE = Place.of("data/tables/task.csv", 118);

    @Test
    void a_place_is_printed_as_far_as_it_is_known() {
        assertThat(Place.of("--id")).hasToString("--id");
        assertThat(LINE).hasToString("data/tables/task.csv:118");
        assertThat(LINE.in("section")).hasToString("data/tables/task.csv:118 column section");
    }

    @Test
    void a_row_is_the_place_without_the_column() {
        assertThat(LINE.in("section").row()).isEqualTo(LINE);
    }
}
