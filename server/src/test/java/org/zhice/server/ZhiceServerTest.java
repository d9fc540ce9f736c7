package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.server.credential.Operators;

class ZhiceServerTest {
    static {
        JenaSystem.init();
    }

    @TempDir
    Path home;

    @Test
    void server_without_a_store_says_so() {
        assertThatThrownBy(() -> ZhiceServer.start(TestServer.CONFIG, home, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no store has been built yet");
    }

    @Test
    void stock_fuseki_finds_the_module_by_itself() {
        assertThat(FusekiModules.getSystemModules().asList()).anyMatch(module -> module instanceof ZhiceModule);
    }

    @Test
    void server_without_the_dataset_does_not_start() throws IOException {
        checkout();
        FusekiServer.Builder server = FusekiServer.create()
                .port(0)
                .fusekiModules(FusekiModules.create(new ZhiceModule(home, home, Operators.local(), health -> {})))
                .add("other", DatasetFactory.createTxnMem());

        assertThatThrownBy(server::build).hasMessageContaining("no dataset \"/sparql\"");
    }

    private void checkout() throws IOException {
        Files.createDirectory(home.resolve("queries"));
        Files.createDirectory(home.resolve("fuseki-config"));
        Files.copy(TestServer.CONFIG, home.resolve("fuseki-config/zhice.ttl"));
    }

    @Test
    void empty_store_is_not_ready() throws IOException, InterruptedException {
        checkout();
        FusekiServer server = FusekiServer.create()
                .port(0)
                .fusekiModules(FusekiModules.create(new ZhiceModule(home, home, Operators.local(), health -> {})))
                .add("sparql", DatabaseMgr.createDatasetGraph())
                .start();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.serverURL() + "readyz"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(request, BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(503);
        } finally {
            server.stop();
        }
    }
}
