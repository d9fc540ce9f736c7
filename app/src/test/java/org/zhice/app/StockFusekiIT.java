package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Loader;
import org.zhice.loader.input.Progress;

/** Fuseki's own main class, started as docs/operations.md says, has our store, pages and queries. */
class StockFusekiIT {
    @TempDir
    Path checkout;

    @Test
    void a_stock_fuseki_serves_the_same() throws Exception {
        new Loader(LinkedCheckout.in(checkout), Progress.NONE).build();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "-cp",
                "app/target/lib/*",
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--localhost",
                "--ping",
                "--metrics",
                "--port",
                "PORT",
                "--config",
                "fuseki-config/zhice.ttl");
        try (Program fuseki = Program.serve(checkout, command)) {
            assertThat(fuseki.get(
                            "/sparql?query=ASK%7B%3Chttps%3A%2F%2Fw3id.org%2Fzhice%2Fid%2Ftask%2F2023-030%3E%3Fp%3Fo%7D",
                            "application/sparql-results+json"))
                    .contains("true");
            assertThat(fuseki.get("/queries/tasks-led-by-an-agency-in-a-year?agency=cnipa&year=2023&format=csv", "*/*")
                            .lines())
                    .hasSize(1 + 29);
            assertThat(fuseki.get("/?lang=zh", "text/html")).contains("知策");
            assertThat(fuseki.get("/$/ping", "*/*")).startsWith("20");
            assertThat(fuseki.get("/$/metrics", "*/*")).contains("jvm_memory_used_bytes");
            assertThat(fuseki.get("/static/zhice.css", "*/*")).contains("body");
        }
    }
}
