package org.zhice.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhice.server.web.Language;

class AnswerStoreTest {
    private static final int MOST = 1_000_000;
    private final AnswerStore store = new AnswerStore(MOST);

    @Test
    void questions_that_are_asked_once_drive_out_none_that_are_asked_again_and_again() {
        for (int round = 0; round < 20; round++) {
            IntStream.range(0, 100).forEach(this::ask);
        }
        long asked = IntStream.range(0, 100).filter(this::isKept).count();
        for (int once = 1_000; once < 51_000; once++) {
            ask(once);
            if (once % 100 == 0) {
                ask(once / 100 % 100);
            }
        }

        assertThat(asked).isEqualTo(100);
        assertThat(IntStream.range(0, 100).filter(this::isKept).count()).isGreaterThanOrEqualTo(95);
        assertThat(store.bytes()).isBetween(MOST / 2L, (long) MOST);
        assertThat(store.evicted().sum()).isGreaterThan(40_000);
    }

    @Test
    void answers_of_other_releases_are_forgotten() {
        store.put(key(1).of("before"), answer());
        store.put(key(1), answer());

        store.keepOnly("now");

        assertThat(store.get(key(1))).isNotNull();
        assertThat(store.get(key(1).of("before"))).isNull();
    }

    private void ask(int number) {
        if (store.get(key(number)) == null) {
            store.put(key(number), answer());
        }
    }

    private boolean isKept(int number) {
        return store.get(key(number)) != null;
    }

    private static CacheKey key(int number) {
        return new CacheKey("now", "http://example.org/" + number, "", Language.EN, false);
    }

    private static Kept answer() {
        return new Kept("now", 200, List.of(), "\"x\"", null, ByteBuffer.allocate(5_000), 0);
    }
}
