package org.zhice.store.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the documentation of each engine. */
class GraphStoreTest {
    @ParameterizedTest
    @CsvSource({
        "http://h:8890/sparql, http://h:8890/sparql-graph-crud-auth",
        "https://h/sparql/, https://h/sparql-graph-crud-auth",
        "http://h:7200/repositories/zhice, http://h:7200/repositories/zhice/rdf-graphs/service",
        "http://h:8080/rdf4j-server/repositories/a, http://h:8080/rdf4j-server/repositories/a/rdf-graphs/service",
        "http://h:3030/ds/sparql, http://h:3030/ds/data",
        "http://h:3030/a/ds/query, http://h:3030/a/ds/data"
    })
    void graphs_go_where_the_engine_takes_them(URI endpoint, URI graphs) {
        assertThat(GraphStore.addressFor(endpoint)).contains(graphs);
    }

    @ParameterizedTest
    @CsvSource({"http://h/", "http://h", "http://h/query", "http://h/api/endpoint"})
    void of_other_addresses_nothing_is_guessed(URI endpoint) {
        assertThat(GraphStore.addressFor(endpoint)).isEmpty();
    }
}
