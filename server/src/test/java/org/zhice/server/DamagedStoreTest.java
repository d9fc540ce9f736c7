package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.store.tdb.StoreFiles;

/** What a server does whose newest build is damaged, before it starts or while it serves. */
class DamagedStoreTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String COUNT = "/sparql?format=csv&query="
            + URLEncoder.encode("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", StandardCharsets.UTF_8);

    private static StoreFiles stores;
    private static String all;

    @BeforeAll
    static void two_builds_of_the_same() {
        stores = new StoreFiles(SERVER.home().resolve("data/store"));
        SERVER.swap("");
        all = SERVER.get(COUNT).body();
        assertThat(all).matches("n\\R[1-9]\\d{2,}\\R");
    }

    @Test
    void the_build_before_is_served_with_a_warning_in_both_languages() throws Exception {
        Path newest = stores.current().orElseThrow();
        Path file = newest.resolve("tdb2/Data-0001/GSPO.dat");
        byte[] before = Files.readAllBytes(file);
        Files.write(file, new byte[8192]);
        try (ZhiceServer server = ZhiceServer.start(SERVER.home().resolve("zhice.ttl"), SERVER.home(), 0)) {
            String url = server.url().replaceFirst("/$", "");
            assertThat(ask(url + COUNT)).isEqualTo(all);
            assertThat(ask(url + "/healthz"))
                    .contains("\"store\"", "GSPO.dat", "8192 bytes", "./zhice build")
                    .doesNotContain("\"build\" : \"" + newest.getFileName());
            assertThat(ask(url + "/healthz", "Accept-Language", "zh")).contains("GSPO.dat", "现提供的是 build-");
            assertThat(ask(url + "/?lang=en", "Accept", "text/html"))
                    .contains("A newer build of this dataset is damaged");
            assertThat(ask(url + "/?lang=zh", "Accept", "text/html")).contains("本数据集的新构建已损坏");
        } finally {
            Files.write(file, before);
        }
        assertThat(SERVER.browse("/?lang=en").body()).doesNotContain("is damaged");
    }

    @Test
    void a_damaged_newer_build_is_not_taken_over_and_a_good_one_is() throws Exception {
        Path other = Files.createDirectory(SERVER.home().resolve("elsewhere"));
        StoreFiles elsewhere = new StoreFiles(other);
        Path damaged = elsewhere.fresh();
        Files.writeString(damaged.resolve("zhice.nq"), "𠮷");
        elsewhere.publish(damaged);
        Files.writeString(damaged.resolve("zhice.nq"), "x");
        String before = SERVER.get("/healthz").body();
        String home = tag("*");
        Path link = stores.root().resolve("current");
        Path named = Files.readSymbolicLink(link);

        Files.delete(link);
        Files.createSymbolicLink(link, damaged);
        await("/healthz", "zhice.nq");
        assertThat(SERVER.get(COUNT).body()).isEqualTo(all);
        HttpResponse<String> warned = SERVER.browse("/?lang=en", "If-None-Match", home);
        assertThat(warned.body()).contains("A newer build of this dataset is damaged");
        Files.delete(link);
        Files.createSymbolicLink(link, named);
        for (int i = 0; i < 200 && !SERVER.get("/healthz").body().equals(before); i++) {
            Thread.sleep(50);
        }
        assertThat(SERVER.get("/healthz").body()).isEqualTo(before);
        assertThat(tag(warned.headers().firstValue("ETag").orElseThrow())).isEqualTo(home);
        assertThat(SERVER.browse("/?lang=en", "If-None-Match", home).statusCode())
                .isEqualTo(304);
    }

    /** The revision of the home page for who holds another. */
    private static String tag(String held) {
        HttpResponse<String> page = SERVER.browse("/?lang=en", "If-None-Match", held);
        return page.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void whatever_becomes_of_the_published_build_the_server_answers_right() throws IOException {
        Path newest = stores.current().orElseThrow();
        List<Path> files;
        try (Stream<Path> all = Files.walk(newest)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSizeGreaterThan(30);
        for (Path file : files) {
            byte[] before = Files.readAllBytes(file);
            Files.write(file, new byte[0]);
            assertThat(SERVER.get(COUNT).body()).as(file.toString()).isEqualTo(all);
            Files.write(file, before);
        }
        assertThat(stores.good()).contains(newest);
    }

    @Test
    void a_server_without_a_good_build_tells_why_it_does_not_start() throws IOException {
        Path home = Files.createDirectory(SERVER.home().resolve("broken"));
        StoreFiles broken = new StoreFiles(home.resolve("data/store"));
        Path build = broken.fresh();
        Files.writeString(build.resolve("zhice.nq"), "𠮷");
        broken.publish(build);
        Files.delete(build.resolve("zhice.nq"));

        assertThatThrownBy(() -> ZhiceServer.start(SERVER.home().resolve("zhice.ttl"), home, 0))
                .hasMessageContaining("zhice.nq: found no file, expected 4 bytes")
                .hasMessageContaining("`./zhice build`");
    }

    private static void await(String path, String text) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (SERVER.get(path).body().contains(text)) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError(
                path + " never told of " + text + ": " + SERVER.get(path).body());
    }

    private static String ask(String url, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        return answer.body();
    }
}
