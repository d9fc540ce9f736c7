package org.zhice.loader.check;

import java.util.List;
import java.util.stream.Stream;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Tables;

/** Checks a whole graph: with the shapes, then with the lint queries for the ontology and for the data. */
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
        List<Finding> broken = new ShapesCheck(graph.shapes()).findings(graph.union(), tracer);
        if (!broken.isEmpty()) {
            return broken;
        }
        progress.at(STEP, 1, 2);
        List<Finding> lint = Stream.concat(
                        lint("lint").findings(graph.vocabulary(), tracer).stream(),
                        lint("lint/data").findings(graph.dataset(), tracer).stream())
                .toList();
        progress.at(STEP, 2, 2);
        return lint;
    }

    private LintCheck lint(String folder) {
        return new LintCheck(home.ontology().resolve(folder));
    }
}
