package org.zhice.loader.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhice.loader.extract.Samples;
import org.zhice.loader.extract.rows.Extraction.Report;

class DoubtGroupTest {
    private static final TreeSet<Integer> PARTS = new TreeSet<>(List.of(0, 20, 50));

    private static Report doubt(int start, String what, String found) {
        return new Report("plan-2031:" + start + " task 2031-00" + start % 9, what, found, "a name in agency.csv");
    }

    @Test
    void a_name_is_doubted_once_with_all_its_places() {
        List<DoubtGroup> groups = DoubtGroup.of(
                List.of(
                        doubt(55, "unknown agency", "𠮷茶局"),
                        doubt(3, "unknown agency", "𠮷茶局"),
                        doubt(30, "unknown agency", "竹局")),
                PARTS);
        assertThat(groups).extracting(DoubtGroup::found).containsExactly("𠮷茶局", "竹局");
        assertThat(groups.get(0).places())
                .containsExactly(new DoubtGroup.Place(3, 0, "2031-003"), new DoubtGroup.Place(55, 50, "2031-001"));
    }

    @Test
    void what_was_lost_stands_before_what_may_be_wrong_before_what_is_new() {
        List<DoubtGroup> groups = DoubtGroup.of(
                List.of(
                        doubt(1, "unknown metric", "茶标"),
                        doubt(2, "unknown agency", "𠮷茶局"),
                        doubt(3, "a kind that nobody has listed", "?"),
                        doubt(4, "duty without an agency", "（负责）"),
                        doubt(5, "text that breaks off", "推广")),
                PARTS);
        assertThat(groups).extracting(DoubtGroup::found).containsExactly("推广", "?", "（负责）", "𠮷茶局", "茶标");
    }

    @Test
    void doubts_are_told_in_chinese_too() {
        List<Report> doubts = Stream.of(
                        "beyond-bmp.txt", "cut.txt", "glued.txt", "no-sections.txt", "unknown-agency.txt")
                .flatMap(sample -> Samples.read(sample).doubts().stream())
                .toList();
        assertThat(DoubtGroup.of(doubts, PARTS)).hasSizeGreaterThan(3).allSatisfy(group -> {
            assertThat(group.whatZh()).matches(".*\\p{IsHan}.*");
            assertThat(group.expectedZh()).matches(".*\\p{IsHan}.*");
        });
    }
}
