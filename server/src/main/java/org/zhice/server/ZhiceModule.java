package org.zhice.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiAutoModule;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.rdf.model.Model;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.agency.AgencyRoom;
import org.zhice.server.cache.AnswerCache;
import org.zhice.server.campaign.CampaignRoom;
import org.zhice.server.crawl.CrawlRoom;
import org.zhice.server.credential.Operators;
import org.zhice.server.dataset.DatasetRoom;
import org.zhice.server.entity.EntityRoom;
import org.zhice.server.explore.ExploreRoom;
import org.zhice.server.front.Handlers;
import org.zhice.server.help.HelpRoom;
import org.zhice.server.law.LawRoom;
import org.zhice.server.mcp.McpRoom;
import org.zhice.server.metric.MetricRoom;
import org.zhice.server.ontology.OntologyRoom;
import org.zhice.server.plan.PlanRoom;
import org.zhice.server.question.QuestionRoom;
import org.zhice.server.reading.ReadingRoom;
import org.zhice.server.reconcile.ReconcileRoom;
import org.zhice.server.release.ReleaseRoom;
import org.zhice.server.search.SearchRoom;
import org.zhice.server.sparql.ServedStore;
import org.zhice.server.sparql.SparqlRoom;
import org.zhice.server.tables.TablesRoom;
import org.zhice.server.web.Health;
import org.zhice.server.web.Links;
import org.zhice.server.web.Room;
import org.zhice.server.web.Routes;
import org.zhice.store.Limits;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.StoreException;
import org.zhice.store.guard.RunningQueries;
import org.zhice.store.image.Images;
import org.zhice.store.tdb.LiveReleases;
import org.zhice.store.tdb.StoreFiles;

/**
 * The rooms of Zhice on a Fuseki server.
 *
 * <p>A stock Fuseki finds it on the class path; it then reads the saved queries from {@code queries/} below the system
 * property {@code zhice.home}, or below the working directory.
 */
public final class ZhiceModule implements FusekiAutoModule {
    private static final Logger LOG = LoggerFactory.getLogger(ZhiceModule.class);

    private final Path home;

    /** The build that the server begins with, where it serves a store of its own; later ones come to lie beside it. */
    private final Optional<Path> build;

    /** What is asked if the server has no store of its own. */
    private final Optional<Releases> elsewhere;

    private final Operators operators;

    /** Adds to health what is watched outside of this module. */
    private final Consumer<Health> more;

    private SavedQueries queries;
    private Limits limits;
    private Routes routes;
    private AnswerCache cache;
    private volatile LiveReleases releases;

    /** Pages get their addresses before there is a store to ask. */
    private final Releases asked = new Releases() {
        @Override
        public <T> T read(Function<Release, T> use) {
            return releases.read(use);
        }
    };

    private ZhiceModule(
            Path home, Optional<Path> build, Optional<Releases> elsewhere, Operators operators, Consumer<Health> more) {
        this.home = home;
        this.build = build;
        this.elsewhere = elsewhere;
        this.operators = operators;
        this.more = more;
    }

    /** For a stock Fuseki. */
    public ZhiceModule() {
        this(
                Path.of(System.getProperty("zhice.home", "")),
                Optional.empty(),
                Optional.empty(),
                Operators.local(),
                health -> {});
    }

    /**
     * For a server with a store of its own.
     *
     * @param home the checkout: the folder that holds {@code queries/}
     * @param build the build that the server begins with
     * @param operators who may see how the server fares
     * @param more adds to health and metrics what else is to be watched
     */
    ZhiceModule(Path home, Path build, Operators operators, Consumer<Health> more) {
        this(home, Optional.of(build), Optional.empty(), operators, more);
    }

    /** For a server over a store elsewhere. */
    ZhiceModule(Path home, Releases elsewhere, Operators operators) {
        this(home, Optional.empty(), Optional.of(elsewhere), operators, health -> {});
    }

    @Override
    public String name() {
        return "Zhice";
    }

    /** The limits of the configuration, once it is read. */
    Limits limits() {
        return limits;
    }

    /** What is not as it should be, once the server is configured. */
    Health health() {
        return routes.health();
    }

    /** The answers that are kept, once there is a server. */
    AnswerCache cache() {
        return cache;
    }

    /** The paths of what is asked most: the way in and the saved queries. */
    List<String> catalogue() {
        return Stream.concat(
                        Stream.of("/", "/queries"),
                        queries.all().stream()
                                .filter(query -> !query.needsNet())
                                .map(query -> Links.query(query.id())))
                .toList();
    }

    /** What the pages ask, once the server is configured. */
    LiveReleases releases() {
        return releases;
    }

    @Override
    public void prepare(FusekiServer.Builder server, Set<String> datasets, Model config) {
        queries = SavedQueries.reading(home.resolve("queries"));
        limits = config == null ? Limits.read(home.resolve("fuseki-config/zhice.ttl")) : Limits.read(config);
        routes = new Routes(server, elsewhere.orElse(asked), limits);
        for (Room room : rooms()) {
            room.mount(routes);
        }
        if (elsewhere.isEmpty()) {
            new TablesRoom(stores()).mount(routes);
        }
    }

    private List<Room> rooms() {
        return List.of(
                new DatasetRoom(queries),
                new EntityRoom(),
                new QuestionRoom(queries),
                new SearchRoom(),
                new PlanRoom(),
                new ReadingRoom(),
                new LawRoom(),
                new AgencyRoom(),
                new CampaignRoom(),
                new MetricRoom(),
                new ExploreRoom(),
                new ReconcileRoom(),
                new OntologyRoom(),
                new ReleaseRoom(home, queries),
                new CrawlRoom(queries),
                new SparqlRoom(queries, elsewhere.isPresent()),
                new HelpRoom(),
                new McpRoom(queries));
    }

    private StoreFiles stores() {
        return build.map(Path::getParent).map(StoreFiles::new).orElseGet(() -> StoreFiles.in(home));
    }

    @Override
    public void configured(FusekiServer.Builder server, DataAccessPointRegistry datasets, Model config) {
        if (build.isEmpty() && elsewhere.isEmpty()) {
            stores().requireCurrent();
        }
        if (elsewhere.isEmpty()) {
            String id = build.or(() -> stores().current())
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .orElse("");
            releases = ServedStore.of(datasets, id, limits);
            routes.health().number("image.bytes", () -> releases.image().bytes());
            routes.health().check("image", () -> tooLarge(releases.image()));
        }
        routes.health().serves(elsewhere.orElse(releases)::current);
        more.accept(routes.health());
        routes.health().number("threads.overdue", RunningQueries::overdue);
        routes.health().check("threads", ZhiceModule::overdue);
    }

    private static Optional<Health.Warning> overdue() {
        int overdue = RunningQueries.overdue();
        return overdue == 0 ? Optional.empty() : Optional.of(Health.Warning.of("overdue", overdue));
    }

    private static Optional<Health.Warning> tooLarge(Images.Outcome image) {
        return image.state() == Images.State.LARGE
                ? Optional.of(Health.Warning.of("image", image.limit()))
                : Optional.empty();
    }

    @Override
    public void server(FusekiServer server) {
        cache = Handlers.around(server.getJettyServer(), routes, operators);
    }

    /** The server answers by now: reading the saved queries takes half a second, for which only who wants one of them waits. */
    @Override
    public void serverAfterStarting(FusekiServer server) {
        if (elsewhere.isPresent()) {
            look(elsewhere.get());
        } else {
            releases.prepare(queries::requireKinds);
        }
    }

    /** A store elsewhere may be down or be loaded at this moment: it is asked again by whoever wants something of it. */
    private void look(Releases store) {
        try {
            store.read(queries::requireKinds);
        } catch (StoreException e) {
            LOG.warn("The store elsewhere gives no answer yet: {}", e.getMessage());
        }
    }
}
