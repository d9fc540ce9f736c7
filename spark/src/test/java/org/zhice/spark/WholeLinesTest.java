package org.zhice.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class WholeLinesTest {
    private static final String DERIVED = "<https://w3id.org/zhice/graph/derived-closure>";

    private static List<String> whole(String... pairs) {
        List<String> lines = new ArrayList<>();
        new WholeLines(Stream.of(pairs)
                        .map(pair -> pair.split(" \\| "))
                        .map(pair -> new Tuple2<>(pair[0], pair[1]))
                        .iterator())
                .forEachRemaining(lines::add);
        return lines;
    }

    @Test
    void a_line_stands_once_and_graphs_are_sorted() {
        assertThat(whole(
                        "<a> <b> \"𠮷\" | <g2>",
                        "<a> <b> \"𠮷\" | <g1>",
                        "<a> <b> \"𠮷\" | <g2>",
                        "<c> <d> <e> | <g1>"))
                .containsExactly("<a> <b> \"𠮷\" <g1> .", "<a> <b> \"𠮷\" <g2> .", "<c> <d> <e> <g1> .");
    }

    @Test
    void what_is_given_in_one_part_is_not_derived_in_another() {
        assertThat(whole("<a> <b> <c> | " + DERIVED, "<a> <b> <c> | <g1>", "<茶> <b> <c> | " + DERIVED))
                .containsExactly("<a> <b> <c> <g1> .", "<茶> <b> <c> " + DERIVED + " .");
    }

    @Test
    void of_nothing_comes_nothing() {
        assertThat(whole()).isEmpty();
    }
}
