package org.zhice.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What was worked out from one release, for as long as it is served. */
public final class Memo {
    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    /** Not {@code computeIfAbsent}: one thing is made of another, which the map would not allow. */
    @SuppressWarnings("unchecked")
    public <T> T get(Object key, Supplier<T> make) {
        Object value = known.get(key);
        if (value == null) {
            value = make.get();
            known.put(key, value);
        }
        return (T) value;
    }
}
