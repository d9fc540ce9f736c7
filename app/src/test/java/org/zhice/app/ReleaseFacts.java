package org.zhice.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures of a release, counted in the lines of its N-Quads and not by any query. */
final class ReleaseFacts {
    private static final Pattern QUAD = Pattern.compile("(\\S+) (\\S+) (.+) (\\S+) \\.");
    private static final Pattern WHOLE_NUMBER = Pattern.compile(
            "\"([0-9]{1,9})(?:\\.0+)?\"\\^\\^<http://www\\.w3\\.org/2001/XMLSchema#(?:integer|decimal)>");
    private static final String START = "<https://w3id.org/zhice/id/agency/cnipa>";

    private record Line(String subject, String predicate, String object) {
        static Line of(String quad) {
            Matcher parts = QUAD.matcher(quad);
            if (!parts.matches()) {
                throw new IllegalArgumentException(quad);
            }
            return new Line(parts.group(1), parts.group(2), parts.group(3));
        }
    }

    private final Map<String, Long> facts;
    private final Set<Line> triples;

    /** @param build a build; what came of its saved queries is in its store too */
    ReleaseFacts(Path build) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String quads : List.of("zhice.nq", "contract.nq")) {
            Files.readAllLines(build.resolve(quads)).stream().map(Line::of).forEach(lines::add);
        }
        triples = new HashSet<>(lines);
        facts = Map.of(
                "{quads}", (long) lines.size(),
                "{triples}", (long) triples.size(),
                "{connected}", connected(),
                "{below 190}", below(190),
                "{below 1900}", below(1900));
    }

    /** A text with its names in braces replaced by figures. */
    String filledIn(String text) {
        return facts.keySet().stream().reduce(text, (filled, name) -> filled.replace(name, "" + facts.get(name)));
    }

    /** Triples with a whole number below another one. */
    private long below(int most) {
        return triples.stream()
                .map(line -> WHOLE_NUMBER.matcher(line.object()))
                .filter(number -> number.matches() && Integer.parseInt(number.group(1)) < most)
                .count();
    }

    /** Everything that hangs together with one agency, whichever way the arrows point. */
    private long connected() {
        Map<String, Set<String>> beside = new HashMap<>();
        for (Line line : triples) {
            beside.computeIfAbsent(line.subject(), one -> new HashSet<>()).add(line.object());
            beside.computeIfAbsent(line.object(), one -> new HashSet<>()).add(line.subject());
        }
        Set<String> found = new HashSet<>(Set.of(START));
        Deque<String> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            beside.get(open.pop()).stream().filter(found::add).forEach(open::push);
        }
        return found.size();
    }
}
