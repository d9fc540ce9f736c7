package org.zhice.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a command takes, each run of it in a process of its own: medians of seconds, the most of memory. */
final class Cost {
    private static final Pattern MINUTES = Pattern.compile("(\\d+)m([\\d.]+)s");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final int LOOK_MILLIS = 100;

    private final Times wall = new Times();
    private final Times processor = new Times();
    private long peak;

    /**
     * Runs it once more, to its end.
     *
     * @throws IllegalStateException if it ends with another code than 0; what it said is on standard error
     */
    void run(List<String> command) throws Exception {
        List<String> whole = new ArrayList<>(List.of("bash", "-c", "\"$@\" >&2 || exit; times", "-"));
        whole.addAll(command);
        wall.add(() -> {
            Process shell = new ProcessBuilder(whole)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            while (!shell.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                peak = Math.max(
                        peak, shell.descendants().mapToLong(Cost::peakOf).max().orElse(0));
            }
            if (shell.exitValue() != 0) {
                throw new IllegalStateException(command + " ended with " + shell.exitValue());
            }
            processor.addMillis(ofChildren(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
        });
    }

    double seconds() {
        return processor.median() / 1e3;
    }

    /** A line of a report. */
    String text(long statements) {
        return "%7.1f s, CPU %7.1f s, RSS %5d MB, %,10d statements, CPU %6.1f µs each"
                .formatted(wall.median() / 1e3, seconds(), peak >> 20, statements, seconds() * 1e6 / statements);
    }

    /** In bytes, as Linux tells it; 0 if it does not, or if the process has ended. */
    private static long peakOf(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.map(PEAK::matcher)
                    .filter(line -> line.matches())
                    .mapToLong(line -> Long.parseLong(line.group(1)) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    /** User and system time of the processes that a shell waited for, from the second line of its {@code times}. */
    private static double ofChildren(String times) {
        String line = times.lines().skip(1).findFirst().orElseThrow();
        return MINUTES.matcher(line).results().mapToDouble(Cost::millis).sum();
    }

    private static double millis(MatchResult time) {
        return Integer.parseInt(time.group(1)) * 60_000 + Double.parseDouble(time.group(2)) * 1e3;
    }
}
