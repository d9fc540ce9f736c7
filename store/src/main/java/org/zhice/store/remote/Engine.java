package org.zhice.store.remote;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where engines take in graphs, by the SPARQL 1.1 Graph Store HTTP Protocol. */
final class Engine {
    private static final Pattern RDF4J = Pattern.compile("(?<store>.*/repositories/[^/]+)/?");
    private static final Pattern FUSEKI = Pattern.compile("(?<store>/.+)/(sparql|query)/?");
    private static final Pattern VIRTUOSO = Pattern.compile("/sparql/?");

    private Engine() {}

    /**
     * The address for graphs that belongs to an address for queries: of RDF4J and GraphDB, Virtuoso, and Fuseki.
     *
     * @return empty if the address is none that one of these has
     */
    static Optional<URI> graphStore(URI endpoint) {
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
}
