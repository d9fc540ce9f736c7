package org.zhice.app;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.query.BooleanQuery;
import org.eclipse.rdf4j.query.GraphQuery;
import org.eclipse.rdf4j.query.Query;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.resultio.sparqlxml.SPARQLBooleanXMLWriter;
import org.eclipse.rdf4j.query.resultio.sparqlxml.SPARQLResultsXMLWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.ntriples.NTriplesWriter;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J as a SPARQL endpoint of its own: an engine that shares no code with ours, asked over HTTP. It keeps what it was asked. */
final class Rdf4jHost implements AutoCloseable {
    private final SailRepository repository = new SailRepository(new MemoryStore());
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final HttpServer http;
    private final List<HttpContext> contexts;
    private volatile String forgotten;
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Rdf4jHost(List<String> nquads) throws IOException {
        add(String.join("\n", nquads));
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        contexts = List.of(
                http.createContext("/repositories/zhice", this::answer),
                http.createContext("/repositories/zhice/rdf-graphs/service", this::graph));
        http.setExecutor(threads);
        http.start();
    }

    static Rdf4jHost of(List<Path> nquads) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : nquads) {
            lines.addAll(Files.readAllLines(file));
        }
        return new Rdf4jHost(lines);
    }

    /** Takes in lines of N-Quads beside what it has. */
    void add(String nquads) throws IOException {
        try (RepositoryConnection connection = repository.getConnection()) {
            connection.add(new StringReader(nquads), "", RDFFormat.NQUADS);
        }
    }

    URI url() {
        return URI.create("http://localhost:" + http.getAddress().getPort() + "/repositories/zhice");
    }

    /** From now on it answers only who proves by Basic that he is this one. */
    void requires(String user, String password) {
        BasicAuthenticator guard = new BasicAuthenticator("zhice") {
            @Override
            public boolean checkCredentials(String name, String word) {
                return name.equals(user) && word.equals(password);
            }
        };
        contexts.forEach(context -> context.setAuthenticator(guard));
    }

    /** From now on a line that holds this text is lost on its way in. */
    void forgets(String text) {
        forgotten = text;
    }

    long size() {
        try (RepositoryConnection connection = repository.getConnection()) {
            return connection.size();
        }
    }

    /** The queries since the last look. */
    List<String> asked() {
        List<String> queries = List.copyOf(asked);
        asked.clear();
        return queries;
    }

    /** The last parts of the names of the graphs that were written since the last look. */
    List<String> written() {
        List<String> names = List.copyOf(written);
        written.clear();
        return names;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String form = exchange.getRequestMethod().equals("POST")
                ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                : exchange.getRequestURI().getRawQuery();
        String sparql = URLDecoder.decode(form.replaceFirst("^query=", ""), StandardCharsets.UTF_8);
        asked.add(sparql);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String type = "text/plain";
        int status = 200;
        try (RepositoryConnection connection = repository.getConnection()) {
            type = evaluate(connection.prepareQuery(sparql), body);
        } catch (RuntimeException e) {
            status = 400;
            body.reset();
            body.writeBytes(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.size());
        exchange.getResponseBody().write(body.toByteArray());
        exchange.close();
    }

    /** As its own server does: SPARQL 1.1 Graph Store HTTP Protocol. */
    private void graph(HttpExchange exchange) throws IOException {
        IRI name = Values.iri(URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8)
                .replaceFirst("^graph=", ""));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (RepositoryConnection connection = repository.getConnection()) {
            switch (exchange.getRequestMethod()) {
                case "GET" -> connection.export(new NTriplesWriter(body), name);
                case "DELETE" -> connection.clear(name);
                case "PUT" -> {
                    written.add(name.getLocalName());
                    connection.begin();
                    connection.clear(name);
                    connection.add(new StringReader(taken(exchange)), "", RDFFormat.NTRIPLES, name);
                    connection.commit();
                }
                default -> {}
            }
        }
        exchange.getResponseHeaders().set("Content-Type", "application/n-triples");
        exchange.sendResponseHeaders(body.size() == 0 ? 204 : 200, body.size() == 0 ? -1 : body.size());
        exchange.getResponseBody().write(body.toByteArray());
        exchange.close();
    }

    private String taken(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> forgotten == null || !line.contains(forgotten))
                .collect(Collectors.joining("\n"));
    }

    private static String evaluate(Query query, ByteArrayOutputStream body) {
        if (query instanceof TupleQuery rows) {
            rows.evaluate(new SPARQLResultsXMLWriter(body));
        } else if (query instanceof GraphQuery graph) {
            graph.evaluate(new NTriplesWriter(body));
            return "application/n-triples";
        } else {
            new SPARQLBooleanXMLWriter(body).handleBoolean(((BooleanQuery) query).evaluate());
        }
        return "application/sparql-results+xml";
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
        repository.shutDown();
    }
}
