package org.zhice.server.web;

import jakarta.servlet.http.HttpServlet;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.riot.WebContent;
import org.zhice.store.Limits;
import org.zhice.store.Releases;

/** The addresses of a server, on which rooms put their pages. */
public final class Routes {
    private static final String MINUTES = "public, max-age=600";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final FusekiServer.Builder server;
    private final Releases releases;
    private final Limits limits;
    private final LoadLimit load;

    /**
     * The addresses of a server.
     *
     * @param releases what its pages ask, once it has started
     */
    public Routes(FusekiServer.Builder server, Releases releases, Limits limits) {
        this.server = server;
        this.releases = releases;
        this.limits = limits;
        this.load = new LoadLimit(limits);
        server.addFilter("/*", new RequestLog()).addFilter("/*", new CommonHeaders());
        server.addProcessor("/static/*", action(new FilesPage("/org/zhice/server/static", MINUTES)))
                .addProcessor("/webjars/*", action(new FilesPage("/META-INF/resources/webjars", FOR_EVER)));
    }

    /** What is asked. */
    public Releases releases() {
        return releases;
    }

    /** What it may cost. */
    public Limits limits() {
        return limits;
    }

    /** A page that costs little. */
    public Routes page(String address, Page page) {
        server.addProcessor(address, action(page));
        return this;
    }

    /** A page that asks the store for what a client has thought up: only so many of them are answered at once. */
    public Routes query(String address, Page page) {
        server.addFilter(address, load);
        return page(address, page);
    }

    /** A servlet that asks the store, likewise. */
    public Routes query(String address, HttpServlet servlet) {
        server.addFilter(address, load).addServlet(address, servlet);
        return this;
    }

    /** What answers SPARQL at the endpoint, likewise. */
    public Routes endpoint(SPARQL_QueryDataset action) {
        server.addFilter(Links.SPARQL, load);
        server.registerOperation(Operation.Query, WebContent.contentTypeSPARQLQuery, action);
        return this;
    }

    private ActionProcessor action(Page page) {
        return new ActionProcessor() {
            @Override
            public void execGet(HttpAction action) {
                Reply.send(action.getRequest(), action.getResponse(), page, releases, limits);
            }

            @Override
            public void execAny(String method, HttpAction action) {
                Problem refused = Problem.of(405, "method", method).withHeader("Allow", "GET, HEAD, OPTIONS");
                Reply.send(action.getResponse(), Reply.problem(Client.of(action.getRequest()), refused));
            }
        };
    }
}
