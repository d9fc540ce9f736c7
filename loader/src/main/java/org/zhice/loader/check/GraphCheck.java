package org.zhice.loader.check;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.zhice.loader.build.Beside;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Tables;

/**
 * Checks a whole graph: with the shapes, and with the lint queries for the ontology and for the data. All of them read alone, so
 * that they run beside each other; what is about the ontology runs before there is more.
 */
public final class GraphCheck {
    private static final String STEP = "check";

    private final Home home;
    private final Tracer tracer;
    private final Beside<ShapesCheck> shapes;
    private final Beside<List<Finding>> vocabulary;

    /**
     * Begins.
     *
     * @param mapper the one that makes the graph of the tables; findings are traced to their cells with it
     * @param graph may have nothing of the tables yet
     */
    public GraphCheck(Home home, Tables tables, Mapper mapper, KnowledgeGraph graph) {
        this.home = home;
        this.tracer = new Tracer(tables, mapper);
        this.shapes = Beside.begin("shapes", () -> new ShapesCheck(graph.shapes()));
        this.vocabulary = Beside.begin("lint-vocabulary", () -> lint("lint").findings(graph.vocabulary(), tracer));
    }

    /**
     * The findings of the first of the two that has any; lint queries may rely on the shapes.
     *
     * @param graph with all that the tables say
     */
    public List<Finding> findings(KnowledgeGraph graph, Progress progress) {
        progress.at(STEP, 0, 2);
        Graph union = graph.union();
        DatasetGraph dataset = graph.dataset();
        Beside<List<Finding>> data =
                Beside.begin("lint", () -> lint("lint/data").findings(dataset, tracer));
        List<Finding> broken = shapes.outcome().findings(union, tracer);
        if (!broken.isEmpty()) {
            return broken;
        }
        progress.at(STEP, 1, 2);
        List<Finding> found = Stream.of(vocabulary, data)
                .flatMap(lint -> lint.outcome().stream())
                .toList();
        progress.at(STEP, 2, 2);
        return found;
    }

    private LintCheck lint(String folder) {
        return new LintCheck(home.ontology().resolve(folder));
    }
}
