package org.zhice.server.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.zhice.query.change.EntityChanges;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;
import org.zhice.store.dump.Manifest.Answer;

/**
 * What differs between two releases, as far as what is kept of them tells.
 *
 * @param classes whose number of things is another
 * @param graphs whose number of quads is another
 * @param answers to saved queries that are others
 * @param missing releases without dumps, of which only the numbers are known
 * @param things that differ; empty if a dump is missing
 */
record ReleaseChanges(
        Manifest from,
        Manifest to,
        List<Count> classes,
        List<Count> graphs,
        List<AnswerPair> answers,
        List<String> missing,
        Optional<EntityChanges> things) {
    /** A number in both; 0 where there is none. */
    record Count(String name, long before, long after) {}

    /** The answers to a saved query; one may be missing, as the query was. */
    record AnswerPair(String query, Optional<Answer> before, Optional<Answer> after) {}

    static ReleaseChanges between(Manifest from, Manifest to, Dumps dumps) {
        List<String> missing = Stream.of(from, to)
                .map(Manifest::release)
                .filter(release -> !dumps.isKept(release))
                .distinct()
                .toList();
        return new ReleaseChanges(
                from,
                to,
                counts(from.classes(), to.classes()),
                counts(from.graphs(), to.graphs()),
                answers(from.answers(), to.answers()),
                missing,
                missing.isEmpty()
                        ? Optional.of(EntityChanges.between(nquads(from, dumps), nquads(to, dumps)))
                        : Optional.empty());
    }

    private static Path nquads(Manifest manifest, Dumps dumps) {
        return dumps.path(Dumps.name(manifest.release(), Dumps.NQUADS));
    }

    private static List<Count> counts(Map<String, Long> before, Map<String, Long> after) {
        return names(before, after)
                .map(name -> new Count(name, before.getOrDefault(name, 0L), after.getOrDefault(name, 0L)))
                .filter(count -> count.before() != count.after())
                .toList();
    }

    private static List<AnswerPair> answers(Map<String, Answer> before, Map<String, Answer> after) {
        return names(before, after)
                .map(name -> new AnswerPair(
                        name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))))
                .filter(pair -> !pair.before().equals(pair.after()))
                .toList();
    }

    private static Stream<String> names(Map<String, ?> before, Map<String, ?> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream();
    }
}
