package org.zhice.loader.extract.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Passage;

/** Whatever a text is, cleaning keeps the way back to it: in order, inside it, and with the very characters. */
class CleanFuzzTest {
    private static final int ROUNDS = Integer.getInteger("zhice.fuzz.rounds", 30);
    private static final int[] POINTS = ("一二三、（）()【】〔〕①②1234567890..．、。，；：:《》“”\"负责牵头单位配合部局茶园等目录第章节附件"
                    + "\n\n\r\t  　\u200B\u00A0\u00AD\uFE00&#;nbsp?？\uFFFD金\uF90A⾏發茶著發隨𠮷abfā～—-–/\u0000\u0301")
            .codePoints()
            .toArray();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void offsets_ascend_and_quote_the_original(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(300); i > 0; i--) {
                text.appendCodePoint(random.nextInt(50) > 0 ? POINTS[random.nextInt(POINTS.length)] : any(random));
            }
            assertKept(text.toString(), "seed %d round %d: %s".formatted(seed, round, text));
        }
    }

    /** Any code point, unpaired halves too. */
    private static int any(Random random) {
        return random.nextInt(Character.MAX_CODE_POINT + 1);
    }

    private static void assertKept(String original, String which) {
        CleanText clean = CleanText.of(original);
        int length = original.codePointCount(0, original.length());
        int before = 0;
        for (int i = 0; i < clean.text().length(); i++) {
            Passage passage = clean.passage(i, i + 1);
            assertThat(passage.start()).as(which).isBetween(before, length);
            assertThat(passage.end()).as(which).isBetween(passage.start(), length);
            before = passage.start();
        }
        Passage whole = clean.passage(0, clean.text().length());
        assertThat(whole.quote())
                .as(which)
                .isEqualTo(original.substring(
                        original.offsetByCodePoints(0, whole.start()), original.offsetByCodePoints(0, whole.end())));
        for (Damage damage : clean.damages()) {
            assertThat(damage.start()).as(which).isBetween(0, length);
            assertThat(damage.end()).as(which).isBetween(damage.start(), length);
        }
        int last = 0;
        for (Marker marker : clean.markers()) {
            assertThat(marker.start()).as(which).isGreaterThanOrEqualTo(last);
            assertThat(marker.end())
                    .as(which)
                    .isBetween(marker.start(), clean.text().length());
            last = marker.end();
        }
    }
}
