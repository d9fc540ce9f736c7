package org.zhice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A query that hurts, or tries to, and what must come of it. In a file {@code «3×?x%d »} is written out three times, with the
 * number from 0 for {@code %d} and from 1 for {@code %e}.
 *
 * @param gets the answers that are right: a status, with the kind of the problem if it is one, else with the answer as
 *     {@link AttackAnswer} writes it; names in braces are figures of the release
 * @param why why more than one is right, if so: which limit comes first must depend on the machine or on the data
 * @param isShort whether it belongs to the few that each run of the tests tries
 * @param accept the form that it asks for
 */
record Attack(String name, List<String> gets, String why, boolean isShort, String accept, String query) {
    private static final Path FOLDER =
            Path.of(System.getProperty("zhice.home"), "app/src/test/resources/org/zhice/app/attacks");
    private static final String ANY = "application/sparql-results+json, text/turtle;q=0.5";
    private static final Pattern NOTE = Pattern.compile("(?m)^#\\+ (\\w+): (.*)\\R");
    private static final Pattern REPEATED = Pattern.compile("«(\\d+)×([^»]*)»");

    static List<Attack> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Attack::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path file) {
        try {
            String text = Files.readString(file);
            var notes = NOTE.matcher(text)
                    .results()
                    .collect(Collectors.toMap(
                            note -> note.group(1), note -> note.group(2).strip()));
            return new Attack(
                    String.valueOf(file.getFileName()).replace(".rq", ""),
                    List.of(notes.get("gets").split(" \\| ")),
                    notes.getOrDefault("why", ""),
                    notes.containsKey("short"),
                    notes.getOrDefault("accept", ANY),
                    REPEATED.matcher(NOTE.matcher(text).replaceAll(""))
                            .replaceAll(part -> Matcher.quoteReplacement(written(part))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(MatchResult part) {
        return IntStream.range(0, Integer.parseInt(part.group(1)))
                .mapToObj(i -> part.group(2).replace("%d", "" + i).replace("%e", "" + (i + 1)))
                .collect(Collectors.joining());
    }
}
