package org.zhice.server.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.riot.WebContent;
import org.eclipse.jetty.server.Handler;
import org.zhice.store.Limits;
import org.zhice.store.Releases;

/** The addresses of a server, on which rooms put their pages. */
public final class Routes {
    private final FusekiServer.Builder server;
    private final Releases releases;
    private final Limits limits;
    private final Set<String> limited = new TreeSet<>();
    private final Set<String> names = new TreeSet<>(Set.of("static", "webjars", "$", "healthz", "readyz", "sparql"));
    private final Set<String> pages = new TreeSet<>();
    private final Set<String> lasting = new TreeSet<>();
    private final List<Handler> files = new ArrayList<>(List.of(Files.ours(), Files.webJars()));
    private final Health health = new Health();

    /**
     * The addresses of a server.
     *
     * @param releases what its pages ask, once it has started
     */
    public Routes(FusekiServer.Builder server, Releases releases, Limits limits) {
        this.server = server;
        this.releases = releases;
        this.limits = limits;
    }

    /** What is asked. */
    public Releases releases() {
        return releases;
    }

    /** What it may cost. */
    public Limits limits() {
        return limits;
    }

    /** What is not as it should be, for whoever can tell. */
    public Health health() {
        return health;
    }

    /** The addresses of which only so many are answered at once. */
    public Set<String> limited() {
        return Collections.unmodifiableSet(limited);
    }

    /** The addresses of pages that cost little. */
    public Set<String> pages() {
        return Collections.unmodifiableSet(pages);
    }

    /** The addresses of pages that are made of a release alone. */
    public Set<String> lasting() {
        return Collections.unmodifiableSet(lasting);
    }

    /** What the addresses begin with, each without slashes. */
    public Set<String> names() {
        return Collections.unmodifiableSet(names);
    }

    /** What gives away files before any page is asked. */
    public List<Handler> files() {
        return Collections.unmodifiableList(files);
    }

    /**
     * Files on disk, by their names below an address; a page may have the address itself and all other names.
     *
     * @param checkout the folder in which {@code folder} is or will be
     */
    public Routes files(String address, Path checkout, String folder, Pattern served) {
        name(address);
        files.add(Files.of(address, checkout, folder, served));
        return this;
    }

    /** A page that costs little. */
    public Routes page(String address, Page page) {
        pages.add(address);
        return mounted(address, page);
    }

    private Routes mounted(String address, Page page) {
        name(address);
        if (page.lasts()) {
            lasting.add(address);
        }
        server.addProcessor(address, new Reading(page));
        return this;
    }

    private void name(String address) {
        names.add(address.replaceFirst("^/", "").replaceFirst("[/.*].*", ""));
    }

    /** A page that asks the store for what a client has thought up: only so many of them are answered at once. */
    public Routes query(String address, Page page) {
        limited.add(address);
        return mounted(address, page);
    }

    /** Such a page that takes its parameters from a posted form too. */
    public Routes form(String address, Page page) {
        limited.add(address);
        name(address);
        server.addProcessor(address, new Reading(page) {
            @Override
            public void execPost(HttpAction action) {
                Reply.sendForm(action.getRequest(), action.getResponse(), page, releases, limits);
            }
        });
        return this;
    }

    /** A servlet that asks the store, likewise. */
    public Routes query(String address, HttpServlet servlet) {
        limited.add(address);
        name(address);
        server.addServlet(address, servlet);
        return this;
    }

    /**
     * What answers SPARQL at the endpoint, likewise.
     *
     * @param reading what goes before Fuseki looks at a request
     */
    public Routes endpoint(Filter reading, SPARQL_QueryDataset action) {
        limited.add(Links.SPARQL + "/*");
        lasting.add(Links.SPARQL);
        server.addFilter(Links.SPARQL + "/*", reading);
        server.registerOperation(Operation.Query, WebContent.contentTypeSPARQLQuery, action);
        return this;
    }

    private class Reading implements ActionProcessor {
        private final Page page;

        Reading(Page page) {
            this.page = page;
        }

        @Override
        public void execGet(HttpAction action) {
            Reply.send(action.getRequest(), action.getResponse(), page, releases, limits);
        }

        @Override
        public void execAny(String method, HttpAction action) {
            Problem refused = Problem.of(405, "method", method)
                    .withHeader("Allow", Links.methods(action.getRequest().getRequestURI()));
            Reply.send(action.getResponse(), Reply.problem(Client.of(action.getRequest()), refused));
        }
    }
}
