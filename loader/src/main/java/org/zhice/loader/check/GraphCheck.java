package org.zhice.loader.check;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Tables;

/**
 * Checks a whole graph: with the shapes, and with the lint queries for the ontology and for the data. Both read alone, so that
 * they run beside each other.
 */
public final class GraphCheck {
    private static final String STEP = "check";

    private final Home home;
    private final Tracer tracer;

    /** @param mapper the one that made the graph of the tables; findings are traced to their cells with it */
    public GraphCheck(Home home, Tables tables, Mapper mapper) {
        this.home = home;
        this.tracer = new Tracer(tables, mapper);
    }

    /** The findings of the first of the two that has any; lint queries may rely on the shapes. */
    public List<Finding> findings(KnowledgeGraph graph, Progress progress) {
        progress.at(STEP, 0, 2);
        Graph union = graph.union();
        DatasetGraph dataset = graph.dataset();
        FutureTask<List<Finding>> lint = new FutureTask<>(() -> lint(graph.vocabulary(), dataset));
        Thread beside = new Thread(lint, "lint");
        beside.setDaemon(true);
        beside.start();
        List<Finding> broken = new ShapesCheck(graph.shapes()).findings(union, tracer);
        if (!broken.isEmpty()) {
            return broken;
        }
        progress.at(STEP, 1, 2);
        List<Finding> found = outcome(lint);
        progress.at(STEP, 2, 2);
        return found;
    }

    private List<Finding> lint(DatasetGraph vocabulary, DatasetGraph data) {
        return Stream.concat(
                        lint("lint").findings(vocabulary, tracer).stream(),
                        lint("lint/data").findings(data, tracer).stream())
                .toList();
    }

    private static List<Finding> outcome(Future<List<Finding>> lint) {
        try {
            return lint.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the graph was checked", e);
        }
    }

    private LintCheck lint(String folder) {
        return new LintCheck(home.ontology().resolve(folder));
    }
}
