package org.zhice.server.front;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests and connections were refused for want of room, by the reason. */
final class Refused {
    private final Map<String, LongAdder> counts = new TreeMap<>();

    Refused() {
        for (String reason : new String[] {"places", "pages", "client", "bodies", "slow", "connections", "headers"}) {
            counts.put(reason, new LongAdder());
        }
    }

    void count(String reason) {
        counts.get(reason).increment();
    }

    Map<String, LongAdder> counts() {
        return counts;
    }
}
