package org.zhice.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;
import org.zhice.query.change.Acceptance;
import org.zhice.query.change.QuadChanges;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.memory.MemoryReleases;
import picocli.CommandLine.Model.CommandSpec;

/** The value of {@code --accept}: answers that new rows have changed, written as what is expected from now on. */
record AcceptedAnswers(Home home, CommandSpec spec) {

    /**
     * Tells each answer that is not the expected one, which rows changed and what may have done it, and writes those that
     * the new rows explain.
     *
     * @param earlier the N-Quads of the build before the new rows
     * @throws InputException with those that they do not explain
     */
    void accept(Path earlier, KnowledgeGraph graph, Releases now) {
        Releases before = MemoryReleases.read(List.of(earlier), "", Limits.read(home.config()));
        QuadChanges quads = QuadChanges.between(earlier, graph.nquads());
        SavedQueries queries = SavedQueries.read(home.queries());
        List<Acceptance> answers = before.read(then -> now.read(release -> queries.all().stream()
                .flatMap(query -> Acceptance.of(query, then, release, quads).stream())
                .toList()));
        PrintWriter out = spec.commandLine().getOut();
        answers.forEach(answer -> tell(answer, out));
        out.flush();
        spec.commandLine()
                .getErr()
                .println(spec.resourceBundle()
                        .getString("check.accepted")
                        .formatted(answers.stream()
                                .filter(answer -> answer.csv().isPresent())
                                .count()));
        List<Finding> refused = answers.stream().flatMap(this::refusal).toList();
        if (!refused.isEmpty()) {
            throw new InputException(refused);
        }
    }

    private void tell(Acceptance answer, PrintWriter out) {
        answer.lines().forEach(out::println);
        answer.csv().ifPresent(csv -> {
            Path file = file(answer, ".expected.csv");
            write(csv, file);
            out.println("  → " + home.name(file));
        });
    }

    private Stream<Finding> refusal(Acceptance answer) {
        return answer.refusal().stream()
                .map(why -> new Finding(Place.of(home.name(file(answer, ".rq"))), why.found(), why.expected()));
    }

    private Path file(Acceptance answer, String end) {
        return home.queries()
                .resolve(answer.query().need())
                .resolve(answer.query().id() + end);
    }

    private static void write(String csv, Path file) {
        try {
            Files.writeString(file, csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
