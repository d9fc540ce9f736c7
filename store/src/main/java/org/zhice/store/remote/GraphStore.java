package org.zhice.store.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.WebContent;
import org.zhice.store.StoreException;
import org.zhice.store.StoreException.Kind;

/** An engine that takes in graphs by the SPARQL 1.1 Graph Store HTTP Protocol. */
record GraphStore(URI address) {
    private static final int GONE = 404;

    private static final Pattern RDF4J = Pattern.compile("(?<store>.*/repositories/[^/]+)/?");
    private static final Pattern FUSEKI = Pattern.compile("(?<store>/.+)/(sparql|query)/?");
    private static final Pattern VIRTUOSO = Pattern.compile("/sparql/?");

    /**
     * The address for graphs that belongs to an address for queries: of RDF4J and GraphDB, Virtuoso, and Fuseki.
     *
     * @return empty if the address is none that one of these has
     */
    static Optional<URI> addressFor(URI endpoint) {
        String path = endpoint.getPath();
        Matcher repository = RDF4J.matcher(path);
        if (repository.matches()) {
            return Optional.of(endpoint.resolve(repository.group("store") + "/rdf-graphs/service"));
        }
        if (VIRTUOSO.matcher(path).matches()) {
            return Optional.of(endpoint.resolve("/sparql-graph-crud-auth"));
        }
        Matcher dataset = FUSEKI.matcher(path);
        return dataset.matches() ? Optional.of(endpoint.resolve(dataset.group("store") + "/data")) : Optional.empty();
    }

    /** Reads what is answered to a request that succeeded. */
    private interface Reader {
        void read(InputStream body) throws IOException;
    }

    /** Writes a graph in the place of the one of its name. */
    void put(String name, Path ntriples) {
        try {
            put(name, BodyPublishers.ofFile(ntriples));
        } catch (IOException e) {
            throw failure(name, String.valueOf(e.getMessage()), Kind.SILENT, e);
        }
    }

    /** As above, with the triples themselves. */
    void put(String name, String ntriples) {
        put(name, BodyPublishers.ofString(ntriples));
    }

    private void put(String name, BodyPublisher triples) {
        HttpRequest.Builder put = request(name)
                .header("Content-Type", WebContent.contentTypeNTriples)
                .PUT(triples);
        send(name, put, body -> {});
    }

    /** Whether a graph holds what was given. */
    boolean holds(String name, GraphDigest given) {
        return given.holdsAs(digest(name));
    }

    /** @throws StoreException if a graph does not hold what was given */
    void require(String name, GraphDigest given) {
        GraphDigest there = digest(name);
        if (!given.holdsAs(there)) {
            String found = given.triples() == there.triples() ? "others" : String.valueOf(there.triples());
            throw failure(
                    name, "found " + found + " in the place of " + given.triples() + " triples", Kind.REFUSED, null);
        }
    }

    /** Of nothing, if the graph is not there. */
    private GraphDigest digest(String name) {
        GraphDigest there = new GraphDigest();
        HttpRequest.Builder get =
                request(name).header("Accept", WebContent.contentTypeNTriples).GET();
        send(name, get, body -> RDFParser.source(body).lang(Lang.NTRIPLES).parse(there));
        return there;
    }

    /** Takes a graph away if it is there. */
    void delete(String name) {
        send(name, request(name).DELETE(), body -> {});
    }

    private HttpRequest.Builder request(String name) {
        return HttpRequest.newBuilder(
                URI.create(address + "?graph=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
    }

    /** With the proof of who sends it, if the engine asks for one. */
    private static HttpRequest proven(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest bare = request.build();
        HttpRequest look = HttpRequest.newBuilder(bare.uri())
                .method("HEAD", BodyPublishers.noBody())
                .build();
        HttpResponse<?> seen = Exchange.HTTP.send(look, BodyHandlers.discarding());
        return seen.headers()
                .firstValue("WWW-Authenticate")
                .flatMap(challenge -> Proof.of(challenge, bare.method(), bare.uri()))
                .map(proof -> request.header("Authorization", proof).build())
                .orElse(bare);
    }

    private void send(String name, HttpRequest.Builder request, Reader reader) {
        try {
            HttpRequest sent = proven(request);
            HttpResponse<InputStream> response = Exchange.HTTP.send(sent, BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                int status = response.statusCode();
                if (status / 100 == 2) {
                    reader.read(body);
                } else if (status != GONE || sent.method().equals("PUT")) {
                    throw failure(name, Exchange.status(status, body), Kind.REFUSED, null);
                }
            }
        } catch (StoreException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(name, "interrupted", Kind.SILENT, e);
        } catch (IOException | RuntimeException e) {
            Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
            String why = e instanceof ConnectException ? "no connection" : Exchange.firstLine(cause.getMessage());
            throw failure(name, "no answer (" + why + ")", Kind.SILENT, e);
        }
    }

    private StoreException failure(String name, String what, Kind kind, Exception cause) {
        return new StoreException(address + ": " + name + ": " + what, kind, cause);
    }
}
