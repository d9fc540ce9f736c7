package org.zhice.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Answers in memory, up to so many bytes. Caffeine lets a newcomer in only in the place of what is asked for less often
 * (W-TinyLFU), so that questions which are asked once drive out none that are asked again and again.
 */
public final class AnswerStore {
    static final String HIT = "hit";
    static final String COLLAPSED = "collapsed";
    static final String MISS = "miss";
    static final String ANEW = "anew";

    private static final int HOTTEST = 1_000;

    /** Anybody may call a server by another name. */
    private static final int SITES = 2;

    private final Cache<CacheKey, Kept> kept;
    private final Map<String, LongAdder> outcomes = new TreeMap<>();
    private final LongAdder evicted = new LongAdder();

    AnswerStore(int most) {
        for (String outcome : new String[] {HIT, COLLAPSED, MISS, ANEW}) {
            outcomes.put(outcome, new LongAdder());
        }
        kept = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((CacheKey key, Kept answer) -> key.bytes() + answer.bytes())
                .evictionListener((key, answer, cause) -> evicted.increment())
                .executor(Runnable::run)
                .build();
    }

    Kept get(CacheKey key) {
        return kept.getIfPresent(key);
    }

    void put(CacheKey key, Kept answer) {
        kept.put(key, answer);
    }

    /** Forgets what was made from any other release. */
    void keepOnly(String release) {
        kept.asMap().keySet().removeIf(key -> !key.release().equals(release));
    }

    /** Scheme and host of the pages that are asked for most. */
    Set<String> sites() {
        return kept.policy().eviction().orElseThrow().hottest(HOTTEST).keySet().stream()
                .flatMap(key -> key.site().stream())
                .distinct()
                .limit(SITES)
                .collect(Collectors.toSet());
    }

    void count(String outcome) {
        outcomes.get(outcome).increment();
    }

    /** How many requests there were by what became of them. */
    public Map<String, LongAdder> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** How many answers had to go for want of room. */
    public LongAdder evicted() {
        return evicted;
    }

    /** How many answers are kept. */
    public long answers() {
        return kept.estimatedSize();
    }

    /** How many bytes they take. */
    public long bytes() {
        return kept.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }
}
