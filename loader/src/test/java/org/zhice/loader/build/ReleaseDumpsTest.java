package org.zhice.loader.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.Loader;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleaseDumpsTest {
    @TempDir
    static Path folder;

    private static Home home;
    private static Path build;
    private static Manifest release;

    @BeforeAll
    static void a_build() {
        home = Checkout.copyTo(folder);
        build = new Loader(home, Progress.NONE).build().build();
        assertThat(home.dumps().manifests()).hasSize(1);
        release = home.dumps().manifests().get(0);
    }

    @Test
    @Order(1)
    void the_id_is_what_anybody_can_work_out_from_the_n_quads() throws IOException {
        byte[] nquads = unpack(Dumps.NQUADS);

        assertThat(nquads).isEqualTo(Files.readAllBytes(build.resolve(StoreBuilder.NQUADS)));
        assertThat(DigestUtils.sha256Hex(nquads)).startsWith(release.release());
        assertThat(release.release()).hasSize(12);
    }

    @Test
    @Order(1)
    void the_turtle_is_the_union_of_the_graphs() throws IOException {
        DatasetGraph nquads =
                RDFDataMgr.loadDatasetGraph(build.resolve(StoreBuilder.NQUADS).toString());
        Graph union = GraphFactory.createDefaultGraph();
        nquads.stream().map(Quad::asTriple).forEach(union::add);
        String text = new String(unpack(Dumps.TURTLE), StandardCharsets.UTF_8);
        Graph turtle = RDFParser.fromString(text, Lang.TURTLE).toGraph();

        assertThat(turtle.isIsomorphicWith(union)).isTrue();
        assertThat((long) turtle.size()).isEqualTo(release.triples());
        assertThat(text).contains("\ntask:2023-030 ").contains("zc:taskNumber");
    }

    /** 355 tasks by the documents; all else by other means than ours. */
    @Test
    @Order(1)
    void the_manifest_counts_what_is_there() throws IOException {
        List<String> lines = Files.readAllLines(build.resolve(StoreBuilder.NQUADS));
        Map<String, Long> graphs = new TreeMap<>();
        for (String line : lines) {
            graphs.merge(line.substring(line.lastIndexOf('<') + 1, line.lastIndexOf('>')), 1L, Long::sum);
        }

        assertThat(release.quads()).isEqualTo(lines.size());
        assertThat(release.graphs()).isEqualTo(graphs);
        assertThat(release.classes()).containsEntry("https://w3id.org/zhice/ontology#Task", 355L);
        assertThat(release.answers()).isEmpty();
    }

    @Test
    @Order(1)
    void each_dump_has_its_checksum_beside_it() throws Exception {
        assertThat(release.files()).hasSize(2).isEqualTo(home.dumps().dumps(release.release()));
        Process check = new ProcessBuilder(
                        "sha256sum",
                        "-c",
                        release.files().get(0).name() + ".sha256",
                        release.files().get(1).name() + ".sha256")
                .directory(home.dumps().folder().toFile())
                .start();
        assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(release.files().get(0).name() + ": OK\n"
                        + release.files().get(1).name() + ": OK\n");
        assertThat(check.waitFor()).isZero();
    }

    @Test
    @Order(2)
    void a_second_build_of_the_same_writes_the_same_bytes() throws IOException {
        Map<String, String> before = content();

        new Loader(home, Progress.NONE).build();

        assertThat(content()).hasSize(5).isEqualTo(before);
    }

    @Test
    @Order(3)
    void another_content_is_another_release_and_the_first_stays_listed() {
        Checkout.edit(home, "area", text -> text.replace("People's Republic of China", "PR China"));

        new Loader(home, Progress.NONE).build();

        assertThat(home.dumps().manifests()).hasSize(2).element(1).isEqualTo(release);
        assertThat(home.dumps().isKept(release.release())).isTrue();
    }

    private static byte[] unpack(String end) throws IOException {
        Path file = home.dumps().path(Dumps.name(release.release(), end));
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(home.dumps().folder())) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
        }
        return content;
    }
}
