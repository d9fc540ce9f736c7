package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.http.auth.AuthEnv;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.server.ZhiceServer;
import org.zhice.store.Limits;
import org.zhice.store.Result;
import org.zhice.store.StoreException;
import org.zhice.store.remote.RemoteLoad;
import org.zhice.store.remote.RemoteReleases;

/** Made-up releases in engines that are not ours. */
class RemoteLoadTest {
    private static final Limits LIMITS = Limits.read(Shipped.HOME.config());
    private static final String GRAPH = "https://w3id.org/zhice/graph/";
    private static final String TEXT = "知策，𠮷林试点\\n\\\"“引”\\\"";
    private static final Query NAMES =
            QueryFactory.create("SELECT ?name { GRAPH ?any { <urn:a> <urn:name> ?name } } ORDER BY ?name");

    @TempDir
    Path folder;

    private Path release(String id, String... lines) throws IOException {
        List<String> quads = new ArrayList<>(List.of(lines));
        String meta = " <" + GRAPH + "meta> .";
        quads.add("<urn:r> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/earl#Assertion>"
                + meta);
        quads.add("<urn:r> <http://www.w3.org/ns/earl#subject> <urn:s>" + meta);
        quads.add("<urn:s> <https://schema.org/version> \"" + id + "\"" + meta);
        return Files.write(folder.resolve(id + ".nq"), quads);
    }

    private static String name(String graph, String text) {
        return "<urn:a> <urn:name> \"" + text + "\" <" + GRAPH + graph + "> .";
    }

    private static RemoteLoad.Outcome load(Path release, URI endpoint, RemoteLoad.Watch watch) {
        URI store = RemoteLoad.graphStore(endpoint).orElseThrow();
        return RemoteLoad.load(List.of(release), endpoint, store, LIMITS, watch);
    }

    private static RemoteLoad.Outcome load(Path release, URI endpoint) {
        return load(release, endpoint, (step, done, total) -> {});
    }

    private static String id(RemoteReleases releases) {
        return releases.read(it -> it.id());
    }

    @Test
    void a_release_takes_the_place_of_the_one_before_in_rdf4j() throws IOException {
        try (Rdf4jHost host = new Rdf4jHost(List.of("<urn:x> <urn:y> <urn:z> <urn:other> ."))) {
            load(release("1", name("old", "旧"), name("both", "one")), host.url());
            RemoteReleases releases = RemoteReleases.marked(host.url(), LIMITS);
            assertThat(id(releases)).isEqualTo("1");
            List<String> steps = new ArrayList<>();

            RemoteLoad.Outcome outcome = load(release("2", name("both", TEXT)), host.url(), (step, done, total) -> {
                steps.add(step);
                if (step.equals("wait for readers") && done == 1) {
                    // Who has looked reads on, and all of it; who looks now is told to come again.
                    assertThat(releases.read(it -> it.select(NAMES)).rows()).hasSize(2);
                    assertThat(host.size()).isEqualTo(7);
                    assertThatThrownBy(() -> id(RemoteReleases.marked(host.url(), LIMITS)))
                            .hasMessageContaining("is being loaded");
                }
            });

            assertThat(outcome.release()).isEqualTo("2");
            assertThat(outcome.quads()).isEqualTo(4);
            assertThat(outcome.graphs()).isEqualTo(2);
            assertThat(outcome.others()).containsExactly("urn:other");
            assertThat(steps).startsWith("compare").contains("wait for readers").endsWith("load");
            assertThat(host.size()).isEqualTo(5);
            Result names = releases.read(it -> it.select(NAMES));
            assertThat(names.rows()).hasSize(1);
            assertThat(Result.text(names.rows().get(0), "name")).isEqualTo("知策，𠮷林试点\n\"“引”\"");
        }
    }

    @Test
    void who_does_not_answer_is_named() throws IOException {
        URI nobody = URI.create("http://localhost:1/sparql");
        Path release = release("1", name("a", TEXT));
        try (Rdf4jHost host = new Rdf4jHost(List.of())) {
            assertThatThrownBy(() -> load(release, nobody))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(nobody + ": no answer (no connection)");
            assertThatThrownBy(() ->
                            RemoteLoad.load(List.of(release), host.url(), nobody, LIMITS, (step, done, total) -> {}))
                    .isInstanceOf(StoreException.class)
                    .hasMessage(nobody + ": " + GRAPH + "a: no answer (no connection)");
        }
    }

    /** Of what it holds already it is not told again, and who reads it need not wait. */
    @Test
    void only_graphs_that_differ_are_written() throws IOException {
        Path release = release("1", name("a", TEXT), name("b", "乙"), name("c", "丙"));
        try (Rdf4jHost host = new Rdf4jHost(List.of())) {
            assertThat(load(release, host.url()).written()).isEqualTo(4);
            assertThat(host.written()).containsExactly("loading", "a", "b", "c", "meta");

            assertThat(load(release, host.url()).written()).isZero();
            assertThat(host.written()).isEmpty();

            Path next = release("2", name("a", TEXT), name("b", "乙"), name("c", "丁"));
            RemoteLoad.Outcome outcome = load(next, host.url());
            assertThat(outcome.written()).isEqualTo(2);
            assertThat(outcome.release()).isEqualTo("2");
            assertThat(host.written()).containsExactly("loading", "c", "meta");
            assertThat(host.size()).isEqualTo(6);
        }
    }

    /** A stock Fuseki shows a query without GRAPH its default graph alone, so that no page could be made of it. */
    @Test
    void an_engine_that_does_not_show_all_graphs_is_told() throws IOException {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        FusekiServer fuseki = FusekiServer.create()
                .port(0)
                .add("/ds", data)
                .fusekiModules(FusekiModules.create())
                .build()
                .start();
        try {
            URI endpoint = URI.create("http://localhost:" + fuseki.getPort() + "/ds/sparql");
            Path release = release("1", name("a", TEXT));

            assertThatThrownBy(() -> load(release, endpoint))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("does not show the graphs that were loaded");

            Node graph = NodeFactory.createURI(GRAPH + "a");
            assertThat(data.getGraph(graph).size()).isEqualTo(1);
        } finally {
            fuseki.stop();
        }
    }

    @Test
    void who_must_prove_himself_is_asked_for_his_name() throws IOException {
        try (Rdf4jHost host = new Rdf4jHost(List.of())) {
            host.requires("知策", "𠮷林 pass:word");
            assertThatThrownBy(() -> load(release("1", name("a", TEXT)), host.url()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("401");

            AuthEnv.get().registerUsernamePassword(host.url().resolve("/"), "知策", "𠮷林 pass:word");
            load(release("1", name("a", TEXT)), host.url());

            assertThat(id(RemoteReleases.marked(host.url(), LIMITS))).isEqualTo("1");
        }
    }

    /** What holds nothing that says which release it is may be anything, or half of one. */
    @Test
    void without_its_mark_there_is_no_release() throws IOException {
        try (Rdf4jHost host = new Rdf4jHost(List.of(name("a", "half")))) {
            RemoteReleases releases = RemoteReleases.marked(host.url(), LIMITS);

            assertThatThrownBy(() -> id(releases))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("holds no release, or one is being loaded");
            assertThat(releases.current()).isEmpty();
        }
    }

    @Test
    void a_server_waits_for_the_release_that_is_loaded_under_it() throws Exception {
        try (Rdf4jHost host = new Rdf4jHost(List.of());
                ZhiceServer server =
                        ZhiceServer.over(RemoteReleases.marked(host.url(), LIMITS), Shipped.HOME.root(), 0)) {
            URI ready = URI.create(server.url() + "readyz");
            assertThat(status(ready)).isEqualTo(503);

            load(release("1", name("a", TEXT)), host.url());

            for (int i = 0; i < 60 && status(ready) != 200; i++) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
            assertThat(status(ready)).isEqualTo(200);
        }
    }

    /** A proxy asks every second. */
    @Test
    void why_a_server_is_not_ready_stands_in_the_log_once() throws Exception {
        try (Rdf4jHost host = new Rdf4jHost(List.of());
                Program server = ServedProgram.start("--backend", host.url().toString())) {
            for (int i = 0; i < 5; i++) {
                assertThat(status(URI.create(server.url() + "/readyz"))).isEqualTo(503);
            }
            assertThat(server.log()).containsOnlyOnce("The store cannot be read");
        }
    }

    private static int status(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void a_graph_that_comes_back_as_another_is_told() throws IOException {
        try (Rdf4jHost host = new Rdf4jHost(List.of())) {
            host.forgets("half");

            assertThatThrownBy(() -> load(release("1", name("a", "whole"), name("a", "half")), host.url()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(GRAPH + "a: found 1 in the place of 2 triples");
            assertThatThrownBy(() -> id(RemoteReleases.marked(host.url(), LIMITS)))
                    .hasMessageContaining("holds no release");
        }
    }

    private static RemoteLoad.Outcome compare(Path release, URI endpoint) {
        URI store = RemoteLoad.graphStore(endpoint).orElseThrow();
        return RemoteLoad.compare(List.of(release), endpoint, store, LIMITS, (step, done, total) -> {});
    }

    /** A load before may have broken off. */
    @Test
    void what_another_loader_has_put_there_is_a_release_once_it_is_compared() throws IOException {
        Path release = release("1", name("a", TEXT), name("b", "乙"));
        try (Rdf4jHost host = Rdf4jHost.of(List.of(release))) {
            host.add("<urn:x> <urn:y> <urn:z> <" + GRAPH + "loading> .");
            assertThatThrownBy(() -> id(RemoteReleases.marked(host.url(), LIMITS)))
                    .hasMessageContaining("is being loaded");

            RemoteLoad.Outcome outcome = compare(release, host.url());

            assertThat(outcome.quads()).isEqualTo(5);
            assertThat(host.size()).isEqualTo(5);
            assertThat(id(RemoteReleases.marked(host.url(), LIMITS))).isEqualTo("1");
        }
    }

    @Test
    void what_another_loader_has_lost_or_left_from_before_is_told() throws IOException {
        try (Rdf4jHost host = Rdf4jHost.of(List.of(release("1", name("a", TEXT), name("b", "乙"))))) {
            assertThatThrownBy(() -> compare(release("2", name("a", TEXT), name("b", "丙")), host.url()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(GRAPH + "b: found others in the place of 1 triples");

            host.add(name("earlier", "甲"));
            assertThatThrownBy(() -> compare(release("1", name("a", TEXT), name("b", "乙")), host.url()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(GRAPH + "earlier: is of another release");
        }
    }
}
