package org.zhice.server.front;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.zhice.server.cache.AnswerStore;
import org.zhice.server.web.Health;
import org.zhice.store.FrontLimits;
import org.zhice.store.Limits;

/** What the server tells of itself in numbers, as docs/metrics.md lists them; counts each request. */
final class Metrics extends Handler.Wrapper {
    private static final Duration[] STEPS = {
        Duration.ofMillis(10),
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final MeterRegistry registry;
    private final Set<String> rooms;
    private final Health health;
    private final MultiGauge release;
    private final Map<Counted, Timer> timers = new ConcurrentHashMap<>();

    /** @param rooms what addresses may begin with; all others count as one */
    Metrics(MeterRegistry registry, Set<String> rooms, Health health) {
        this.registry = registry;
        this.rooms = rooms;
        this.health = health;
        this.release = MultiGauge.builder("zhice.release.info")
                .description("The release that is served")
                .register(registry);
        health.names()
                .forEach(name -> Gauge.builder(
                                "zhice.warning", () -> health.warning(name).isPresent() ? 1 : 0)
                        .tag("check", name)
                        .register(registry));
        health.numbers().forEach((name, value) -> number("zhice." + name, value));
    }

    /** Places for requests that ask the store. */
    void places(Limits limits, FairShare share, Places places) {
        number("zhice.places", limits::atOnce);
        number("zhice.places.used", () -> Math.max(0, share.all() - places.getSuspendedRequestCount()));
        number("zhice.places.waiting", places::getSuspendedRequestCount);
    }

    /** Threads and connections. */
    void machine(FrontLimits limits, ThreadPool threads, NetworkConnectionLimit connections) {
        number("zhice.connections", connections::getNetworkConnectionCount);
        number("zhice.connections.limit", limits::connections);
        number("zhice.threads", () -> threads.getThreads() - threads.getIdleThreads());
        number("zhice.threads.limit", limits::threads);
    }

    /** Answers that are kept. */
    void cache(FrontLimits limits, AnswerStore store) {
        number("zhice.cache.answers", store::answers);
        number("zhice.cache.bytes", store::bytes);
        number("zhice.cache.bytes.limit", limits::cacheBytes);
        FunctionCounter.builder("zhice.cache.evicted", store.evicted(), LongAdder::doubleValue)
                .register(registry);
        store.outcomes()
                .forEach((outcome, count) -> FunctionCounter.builder(
                                "zhice.cache.requests", count, LongAdder::doubleValue)
                        .tag("outcome", outcome)
                        .register(registry));
    }

    /** A number that is asked for at each reading. */
    private void number(String name, DoubleSupplier value) {
        Gauge.builder(name, value::getAsDouble).register(registry);
    }

    void refused(Refused refused) {
        refused.counts()
                .forEach((reason, count) -> FunctionCounter.builder("zhice.refused", count, LongAdder::doubleValue)
                        .tag("reason", reason)
                        .register(registry));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String room = room(Request.getPathInContext(request));
        if (room.equals("$")) {
            release.register(List.of(MultiGauge.Row.of(Tags.of("release", health.release()), 1)), true);
        }
        Request.addCompletionListener(
                request, failure -> count(new Counted(room, response.getStatus()), request.getBeginNanoTime()));
        return super.handle(request, response, callback);
    }

    /** Counts a request that was answered before it came here. */
    void count(Request request, int status) {
        count(new Counted(room(Request.getPathInContext(request)), status), request.getBeginNanoTime());
    }

    private record Counted(String room, int status) {}

    /** Looked up first: to make it if it is not there takes a lock that all requests would share. */
    private void count(Counted counted, long begin) {
        Timer known = timers.get(counted);
        Timer timer = known == null ? timers.computeIfAbsent(counted, this::timer) : known;
        timer.record(NanoTime.since(begin), TimeUnit.NANOSECONDS);
    }

    private Timer timer(Counted counted) {
        return Timer.builder("zhice.requests")
                .tag("room", counted.room())
                .tag("status", String.valueOf(counted.status()))
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    private String room(String path) {
        int end = 1;
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '.') {
            end++;
        }
        String first = end > path.length() ? "" : path.substring(1, end);
        return first.isEmpty() ? "home" : rooms.contains(first) ? first : "other";
    }
}
