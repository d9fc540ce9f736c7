package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.input.InputException;

/** Brackets of duties made up of what plans print, and then bent: who is named stands in a row, or somebody is told to look. */
class DutyFuzzTest {
    private static final int ROUNDS = Integer.getInteger("zhice.rounds", 150);
    private static final List<String> NAMES = List.of("商务部", "教育部", "公安部", "文化和旅游部", "国家知识产权局");
    private static final List<String> TAILS = List.of("负责", "牵头负责", "按职责分工负责", "等按职责分工负责", "等部门负责", "共同负责", "分别负责");
    private static final List<String> SPLINTERS = List.of(
            "、", "，", "；", "：", "。", "\n", " ", "　", "\u200B", "\u202E", "\u2028", "等", "和", "会同", "𠮷", "\uFE0F", "、、",
            "…", "\"", "\uFFFC", "\u0301", "⻓");

    private static List<String> some(Random random) {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        return names.subList(0, 1 + random.nextInt(names.size()));
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void who_is_named_in_a_whole_bracket_has_a_row_in_the_order_of_print(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            List<String> names = some(random);
            String bracket = "（" + String.join("、", names) + one(TAILS, random) + "）";
            assertThat(Samples.task("整理茶标。" + bracket).responsibilities())
                    .as("seed %d: %s", seed, bracket)
                    .extracting(ResponsibilityRow::printedName)
                    .containsExactlyElementsOf(names);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void who_is_named_in_a_bent_bracket_is_told_of(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            List<String> names = some(random);
            String bracket = "（" + String.join("、", names) + one(TAILS, random) + "）";
            for (int j = random.nextInt(4); j >= 0; j--) {
                int at = bracket.offsetByCodePoints(0, random.nextInt(bracket.codePointCount(0, bracket.length())));
                bracket = bracket.substring(0, at) + one(SPLINTERS, random) + bracket.substring(at);
            }
            requireTold(names, bracket, seed);
        }
    }

    /** A name that was torn apart is no name any more. */
    private static void requireTold(List<String> names, String bracket, long seed) {
        try {
            Extraction read = Samples.task("整理茶标。" + bracket);
            String rows = String.join(
                    "|",
                    read.responsibilities().stream()
                            .map(ResponsibilityRow::printedName)
                            .toList());
            List<String> lost = names.stream()
                    .filter(name -> bracket.contains(name) && !rows.contains(name))
                    .toList();
            assertThat(lost.isEmpty() || !read.doubts().isEmpty())
                    .as(
                            "seed %d: %s gives %s, without %s and without a doubt",
                            seed, bracket.replace("\n", "\\n"), rows, lost)
                    .isTrue();
        } catch (InputException refused) {
            assertThat(refused).hasMessageStartingWith("plan-2031: found ");
        }
    }
}
