package org.zhice.app.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.zhice.loader.build.Beside;
import org.zhice.loader.build.Supplement;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Place;
import org.zhice.loader.input.Progress;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.Contract;
import org.zhice.query.contract.TestResults;
import org.zhice.query.contract.Verdict;
import org.zhice.query.contract.Verdict.Outcome;
import org.zhice.query.describe.SelfDescription;
import org.zhice.query.file.SavedQueries;
import org.zhice.query.publish.QueryGraph;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.dump.DumpFile;

/** The saved queries in a build: their descriptions, and what came of running each; and what the dataset says of itself. */
public final class QueryContract implements Supplement {
    private static final Node DESCRIPTIONS = NodeFactory.createURI(QueryGraph.NAME);

    private static final Graph TITLE = RDFParser.source(QueryContract.class.getResourceAsStream("queries.ttl"))
            .lang(Lang.TURTLE)
            .toGraph();

    private final Home home;
    private final Beside<SavedQueries> read;
    private final List<Verdict> verdicts = new ArrayList<>();

    /** Begins to read them. */
    public QueryContract(Home home) {
        this.home = home;
        this.read = Beside.begin("saved-queries", () -> SavedQueries.read(home.queries()));
    }

    /** They are read while the tables are. */
    private SavedQueries queries() {
        return read.outcome();
    }

    @Override
    public Collection<Quad> content(Releases releases, Function<Set<Node>, Graph> without) {
        List<Quad> content = new ArrayList<>(quads(TestResults.META, TITLE));
        content.addAll(quads(DESCRIPTIONS, releases.read(this::descriptions)));
        content.addAll(quads(TestResults.META, releases.read(one -> SelfDescription.of(one, without))));
        return content;
    }

    private Graph descriptions(Release release) {
        return QueryGraph.of(queries().requireKinds(release).all(), release, QueryGraph.ENDPOINT);
    }

    @Override
    public Collection<Quad> results(Releases releases, Supplier<String> written) {
        run(releases, Progress.NONE);
        String version = written.get();
        List<Quad> results =
                new ArrayList<>(quads(TestResults.META, TestResults.graph(verdicts, version, Instant.now())));
        results.addAll(quads(TestResults.META, releases.read(one -> SelfDescription.ofVersion(one, version))));
        for (DumpFile file : home.dumps().dumps(version)) {
            results.addAll(quads(TestResults.META, releases.read(one -> SelfDescription.ofFile(one, file))));
        }
        return results;
    }

    /** Runs every query once, in the order of their ids; what an earlier run said counts no more. */
    public List<Verdict> run(Releases releases, Progress progress) {
        List<SavedQuery> all = queries().all();
        verdicts.clear();
        for (SavedQuery query : all) {
            progress.at("queries", verdicts.size(), all.size());
            verdicts.add(releases.read(release -> Contract.run(query, release)));
        }
        progress.at("queries", verdicts.size(), all.size());
        return List.copyOf(verdicts);
    }

    /** What is wrong with the answers so far, each in the place of its query. */
    public List<Finding> findings() {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.FAILED)
                .map(verdict -> verdict.difference()
                        .map(difference -> new Finding(place(verdict), difference.found(), difference.expected()))
                        .orElseThrow())
                .toList();
    }

    private Place place(Verdict verdict) {
        SavedQuery query = queries().find(verdict.query()).orElseThrow();
        return Place.of(home.name(home.queries().resolve(query.need()).resolve(query.id() + ".rq")));
    }

    private static List<Quad> quads(Node name, Graph graph) {
        return graph.stream().map(triple -> Quad.create(name, triple)).toList();
    }
}
