package org.zhice.server.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * What is not as it should be though the server serves: checks by name, told of at {@code /healthz} and {@code /readyz} and
 * counted among the metrics.
 */
public final class Health {
    /** The check that warns if an older build is served in place of a damaged one. */
    public static final String STORE = "store";

    private final Map<String, Supplier<Optional<Warning>>> checks = new ConcurrentSkipListMap<>();
    private final Map<String, DoubleSupplier> numbers = new ConcurrentSkipListMap<>();
    private volatile Supplier<String> release = () -> "";

    /**
     * What a check warns of; its text is the message {@code warning.<key>} among the words of {@code web}.
     *
     * @param args what the text speaks of
     */
    public record Warning(String key, List<Object> args) {
        /** A warning with what its text speaks of. */
        public static Warning of(String key, Object... args) {
            return new Warning(key, List.of(args));
        }

        /** What it says in a language. */
        public String text(Messages messages) {
            return messages.text("warning." + key, args.toArray());
        }
    }

    /**
     * Adds a check, or puts another in the place of the one of this name.
     *
     * @param name in small letters and hyphens
     * @param warning asked at each request for health, from any thread: it must be quick and wait for nothing
     */
    public void check(String name, Supplier<Optional<Warning>> warning) {
        checks.put(name, warning);
    }

    /**
     * Adds a number to the metrics.
     *
     * @param name as {@code threads.overdue}, which becomes {@code zhice_threads_overdue}
     * @param value asked at each reading of the metrics, from any thread; must be quick
     */
    public void number(String name, DoubleSupplier value) {
        numbers.put(name, value);
    }

    /** All numbers by their names. */
    public Map<String, DoubleSupplier> numbers() {
        return Map.copyOf(numbers);
    }

    /** Says how to tell which release is served; must wait for nothing. */
    public void serves(Supplier<String> name) {
        release = name;
    }

    /** Whether the build that is served is not the one that should be. */
    public boolean isOther() {
        return warning(STORE).isPresent();
    }

    /** The release that is served; empty if it has no name. */
    public String release() {
        return release.get();
    }

    /** The names of all checks. */
    public List<String> names() {
        return List.copyOf(checks.keySet());
    }

    /** What the check of this name warns of now. */
    public Optional<Warning> warning(String name) {
        return checks.getOrDefault(name, Optional::empty).get();
    }

    /** What all checks warn of now, by their names. */
    public Map<String, Warning> warnings() {
        Map<String, Warning> found = new TreeMap<>();
        checks.forEach((name, check) -> check.get().ifPresent(warning -> found.put(name, warning)));
        return found;
    }
}
