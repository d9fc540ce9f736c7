package org.zhice.server;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiAutoModule;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.zhice.server.mcp.McpService;
import org.zhice.server.query.SavedQueries;

/**
 * The pages and services of Zhice on a Fuseki server.
 *
 * <p>A stock Fuseki finds it on the class path; it then reads the saved queries from {@code queries/} below the system
 * property {@code zhice.home}, or below the working directory.
 */
public final class ZhiceModule implements FusekiAutoModule {
    private static final int FORM_LIMIT = 1 << 20;
    private static final int QUERIES_AT_ONCE = 32;
    private static final long WAIT_MILLIS = 2_000;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String FOR_MINUTES = "public, max-age=600";

    private final Path home;
    private FusekiServer server;

    /** For a stock Fuseki. */
    public ZhiceModule() {
        this(Path.of(System.getProperty("zhice.home", "")));
    }

    /** @param home the checkout: the folder that holds {@code queries/} */
    public ZhiceModule(Path home) {
        this.home = home;
    }

    @Override
    public String name() {
        return "Zhice";
    }

    @Override
    public void prepare(FusekiServer.Builder server, Set<String> datasets, Model config) {
        SavedQueries queries = SavedQueries.read(home.resolve("queries"));
        addFilters(server);
        server.registerOperation(
                Operation.Query, WebContent.contentTypeSPARQLQuery, new SparqlAction(new SparqlFront(queries)));
        server.addProcessor("", new HomePage(queries))
                .addProcessor("/queries", new QueryListPage(queries))
                .addProcessor("/queries/*", new QueryPage(queries))
                .addProcessor(Links.API, new OpenApiPage(queries))
                .addProcessor("/.well-known/sparql-examples", new ExamplesPage(queries))
                .addProcessor("/coverage", new CoveragePage())
                .addServlet("/mcp", new McpService(queries, this::ask).servlet())
                .addProcessor("/healthz", new HealthPage())
                .addProcessor("/static/*", new FilesPage("static", FOR_MINUTES))
                .addProcessor("/webjars/*", new FilesPage("/META-INF/resources/webjars", FOR_EVER));
    }

    private Object ask(BiFunction<DatasetGraph, Context, Object> question) {
        return Store.read(server.getDataAccessPointRegistry(), store -> question.apply(store.data(), store.context()));
    }

    private static void addFilters(FusekiServer.Builder server) {
        LoadLimit limit = new LoadLimit(QUERIES_AT_ONCE, WAIT_MILLIS);
        server.addFilter("/*", new RequestLog())
                .addFilter("/*", new CommonHeaders())
                .addFilter(Store.NAME, limit)
                .addFilter("/queries/*", limit)
                .addFilter(Links.API, limit)
                .addFilter("/mcp", limit);
    }

    @Override
    public void configured(FusekiServer.Builder server, DataAccessPointRegistry datasets, Model config) {
        Store.prepare(datasets);
    }

    @Override
    public void server(FusekiServer server) {
        this.server = server;
        ErrorPages errors = new ErrorPages();
        Server jetty = server.getJettyServer();
        jetty.setErrorHandler(errors);
        for (ServletContextHandler context : jetty.getDescendants(ServletContextHandler.class)) {
            context.setErrorHandler(errors);
            context.setMaxFormContentSize(FORM_LIMIT);
        }
    }
}
