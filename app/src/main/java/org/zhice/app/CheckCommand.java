package org.zhice.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import org.zhice.app.contract.QueryContract;
import org.zhice.app.progress.ProgressPrinter;
import org.zhice.loader.Loader;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.query.SavedQuery;
import org.zhice.query.change.AnswerChange;
import org.zhice.query.change.QuadChanges;
import org.zhice.query.contract.Verdict;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.Prefixes;
import org.zhice.store.Releases;
import org.zhice.store.memory.MemoryReleases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks tables and graph without building, and with them or elsewhere the answers of the saved queries. */
@Command(name = "check")
final class CheckCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Option(names = "--queries", descriptionKey = "check.queries")
    boolean queries;

    @Option(names = "--endpoint", paramLabel = "URL", descriptionKey = "check.endpoint")
    String endpoint;

    @Option(
            names = "--against",
            arity = "0..1",
            fallbackValue = EarlierBuild.BEFORE,
            paramLabel = "BUILD",
            descriptionKey = "check.against")
    String against;

    @Option(
            names = "--store",
            arity = "0..1",
            fallbackValue = StoreContract.NEWEST,
            paramLabel = "BUILD",
            descriptionKey = "check.store")
    String store;

    @Option(names = "--accept", descriptionKey = "check.accept")
    boolean accept;

    @Override
    public void run() {
        requireSense();
        Home home = Zhice.home();
        if (store != null) {
            spec.commandLine().getErr().println(StoreContract.check(home, store));
            return;
        }
        if (endpoint != null) {
            judge(new QueryContract(home), Endpoint.of(endpoint, Limits.read(home.config())));
            return;
        }
        String build = accept && against == null ? EarlierBuild.BEFORE : against;
        Path earlier = build == null ? null : EarlierBuild.find(home, build);
        PrintWriter err = spec.commandLine().getErr();
        KnowledgeGraph graph = ProgressPrinter.during(err, progress -> new Loader(home, progress).check());
        err.println(
                "%,d quads in %d graphs, nothing wrong".formatted(graph.quads().size(), graph.graphCount()));
        if (queries) {
            QueryContract contract = new QueryContract(home);
            Limits limits = Limits.read(home.config());
            graph.add(contract.content(graph.releases(limits.ofBuild()), graph::without));
            Releases release = graph.releases(limits);
            if (accept) {
                new AcceptedAnswers(home, spec).accept(earlier, graph, release);
                return;
            }
            if (earlier != null) {
                compare(earlier, graph, release);
            }
            judge(contract, release);
        }
    }

    private void requireSense() {
        if (accept && (!queries || endpoint != null)) {
            throw new UsageException(
                    "check", queries ? "--accept with --endpoint" : "--accept alone", "--queries --accept");
        }
        if (store != null && (queries || endpoint != null || against != null)) {
            throw new UsageException("check", "--store with another option", "--store alone");
        }
        boolean both = endpoint != null && against != null;
        boolean alone = !queries && (endpoint != null || against != null);
        if (both || alone) {
            throw new UsageException(
                    "check",
                    both ? "--endpoint and --against" : "--endpoint or --against alone",
                    "--queries, with one of --endpoint and --against if need be");
        }
    }

    /** Prints every verdict, and then stops with what is wrong if anything is. */
    private void judge(QueryContract contract, Releases releases) {
        PrintWriter err = spec.commandLine().getErr();
        List<Verdict> verdicts = ProgressPrinter.during(err, progress -> contract.run(releases, progress));
        int width = verdicts.stream()
                .mapToInt(verdict -> verdict.query().length())
                .max()
                .orElse(1);
        PrintWriter out = spec.commandLine().getOut();
        verdicts.forEach(verdict -> out.println(line(verdict, width)));
        out.flush();
        if (!contract.findings().isEmpty()) {
            err.println(spec.resourceBundle().getString("check.failed"));
            throw new InputException(contract.findings());
        }
    }

    private String line(Verdict verdict, int width) {
        ResourceBundle words = spec.resourceBundle();
        return ("%-" + width + "s  %s  %6d %s  %6d ms")
                .formatted(
                        verdict.query(),
                        words.getString("check.outcome." + verdict.outcome().id()),
                        verdict.rows(),
                        words.getString("check.rows"),
                        verdict.millis());
    }

    /** Prints each query whose answer is another now, and what changed in the graph. */
    private void compare(Path earlier, KnowledgeGraph graph, Releases now) {
        Releases before = MemoryReleases.read(
                List.of(earlier), "", Limits.read(Zhice.home().config()));
        QuadChanges quads = QuadChanges.between(earlier, graph.nquads());
        List<SavedQuery> queries = SavedQueries.read(Zhice.home().queries()).all();
        List<String> lines = before.read(then -> now.read(release -> queries.stream()
                .flatMap(query -> AnswerChange.of(query, then, release, quads).stream())
                .flatMap(change -> change.lines(Prefixes.of(release)).stream())
                .toList()));
        PrintWriter out = spec.commandLine().getOut();
        out.println(spec.resourceBundle().getString(lines.isEmpty() ? "check.same" : "check.changed")
                + " "
                + Zhice.home().name(earlier));
        lines.forEach(out::println);
        out.println();
    }
}
