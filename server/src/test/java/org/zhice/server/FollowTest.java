package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.store.dump.Dumps;
import org.zhice.store.follow.Follower;
import org.zhice.store.follow.Source;
import org.zhice.store.follow.Trouble.Kind;
import org.zhice.store.publish.Published;
import org.zhice.store.publish.PublishedFile;
import org.zhice.store.tdb.StoreFiles;

/** A server follows a folder on a plain web server; whatever is wrong there, what it has serves on. */
class FollowTest {
    private static final Duration EVERY = Duration.ofMillis(100);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String BEFORE = "Zhice-Not-Before";

    @TempDir
    static Path base;

    private static ReleaseFolder releases;
    private static Published first;
    private static Published second;

    private Path home;
    private Follower follower;
    private ZhiceServer server;

    @BeforeAll
    static void publish() {
        releases = new ReleaseFolder(base);
        first = releases.publish(1);
        second = releases.publish(2);
    }

    @AfterAll
    static void close() {
        releases.close();
    }

    @BeforeEach
    void begin(@TempDir Path replica) throws IOException {
        home = replica;
        Files.createDirectories(home.resolve("queries"));
        Files.copy(TestServer.MADE_UP.resolve("queries/words.yml"), home.resolve("queries/words.yml"));
        // Jetty keeps what it has read of a file for a second, though another has its name by then.
        releases.stop();
        releases.point(first);
        releases.start();
    }

    @AfterEach
    void end() {
        follower.close();
        if (server != null) {
            server.close();
        }
    }

    private void follow(String source) throws InterruptedException {
        follower = new Follower(Source.of(source), StoreFiles.in(home), Dumps.in(home), EVERY);
        follower.requireBuild();
    }

    @Test
    void a_server_follows_what_is_published() throws Exception {
        releases.breaks.set(1);
        follow(releases.url());
        // The broken download went on where it broke; how much of the half had come by then is the network's affair.
        assertThat(releases.asked).anyMatch(asked -> asked.matches("store\\.zip bytes=[1-9][0-9]*-"));
        assertThat(follower.state().fetched())
                .isEqualTo(
                        first.files().stream().mapToLong(PublishedFile::bytes).sum());
        assertThat(StoreFiles.in(home).root().resolve("follow")).doesNotExist();
        assertThat(StoreFiles.in(home).current().orElseThrow().resolve("inputs.stamp"))
                .doesNotExist();

        server = ZhiceServer.start(
                TestServer.CONFIG, home, Listening.local(0), health -> FollowHealth.tell(follower.state(), health));
        assertThat(number()).isEqualTo("1");
        releases.asked.clear();
        follower.start();
        await(() -> releases.asked.size() > 3);
        assertThat(releases.asked).containsOnly("latest.json");

        takesOverUnderLoad();
        refusesWhoHasSeenMore();
        outlivesItsSource();
    }

    private void takesOverUnderLoad() throws InterruptedException {
        AtomicBoolean stop = new AtomicBoolean();
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        Thread client = new Thread(() -> {
            while (!stop.get()) {
                seen.add(number());
            }
        });
        client.start();
        releases.point(second);
        await(() -> seen.contains("2"));
        stop.set(true);
        client.join();

        assertThat(String.join("", seen)).matches("1+2+");
        assertThat(get("/readyz").body()).contains(second.build()).doesNotContain("\"check\"");
        assertThat(get("/$/metrics").body())
                .contains("zhice_follow_taken{application=\"fuseki\"} 2.0", "zhice_follow_failures")
                .contains("zhice_warning{application=\"fuseki\",check=\"follow\"} 0.0");
        assertThat(get("/dumps/zhice-" + second.release() + ".nq.gz").statusCode())
                .isEqualTo(200);
    }

    private void refusesWhoHasSeenMore() {
        assertThat(get("/readyz", BEFORE, first.build()).statusCode()).isEqualTo(200);
        assertThat(get("/readyz", BEFORE, second.build()).statusCode()).isEqualTo(200);
        HttpResponse<String> behind = get("/readyz", BEFORE, "build-29991231-000000-000");
        assertThat(behind.statusCode()).isEqualTo(503);
        assertThat(behind.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(behind.body()).contains(second.build(), "build-29991231-000000-000");
        assertThat(get("/readyz", BEFORE, "tomorrow").statusCode()).isEqualTo(200);
    }

    private void outlivesItsSource() throws InterruptedException {
        releases.stop();
        await(() -> follower.state().failures() > 1);
        assertThat(get("/readyz").body()).contains("\"follow\"", "ConnectException", "is served on");
        assertThat(get("/readyz", "Accept-Language", "zh").body()).contains("未能给出最新版本");
        assertThat(number()).isEqualTo("2");
        // Another start while it is down.
        new Follower(Source.of(releases.url()), StoreFiles.in(home), Dumps.in(home), EVERY).requireBuild();

        releases.start();
        await(() -> follower.state().failures() == 0);
        assertThat(get("/readyz").body()).doesNotContain("\"check\"");
    }

    /** What can be wrong with a published release, and what a follower says of it. */
    private enum Fault {
        CUT(Kind.SOURCE),
        FLIPPED(Kind.DAMAGED),
        GONE(Kind.SOURCE),
        POINTER(Kind.DAMAGED),
        FORM(Kind.FORM),
        ESCAPE(Kind.DAMAGED),
        OTHER(Kind.DAMAGED),
        TWICE(Kind.DAMAGED),
        MORE(Kind.DAMAGED),
        RELEASE(Kind.DAMAGED),
        OLDER(Kind.OLDER);

        private final Kind kind;

        Fault(Kind kind) {
            this.kind = kind;
        }

        /** Puts what is wrong into the place of the archive; returns what the pointer then says. */
        String damage(Path archive, byte[] whole, String pointer) throws IOException {
            switch (this) {
                case CUT -> Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
                case FLIPPED -> {
                    byte[] flipped = whole.clone();
                    flipped[whole.length / 2] ^= 1;
                    Files.write(archive, flipped);
                }
                case GONE -> Files.delete(archive);
                case ESCAPE -> Files.write(archive, archive("../../../../../../../escaped"));
                case OTHER -> Files.write(archive, archive("zhice.nq"));
                case TWICE -> Files.write(archive, archive("zhice.nq", "./zhice.nq"));
                default -> {
                    // It is the pointer that is wrong.
                }
            }
            return switch (this) {
                case POINTER -> pointer.substring(0, pointer.length() / 2);
                case FORM -> pointer.replaceFirst("\"form\" : \\d+", "\"form\" : 99");
                case MORE -> pointer.replaceFirst("\"unpacked\" : \\d+", "\"unpacked\" : 99");
                case RELEASE -> pointer.replaceFirst("\"release\" : \"[^\"]+", "\"release\" : \"0123456789ab");
                case OLDER -> pointer.replaceFirst("build-\\d{8}", "build-20200101");
                case ESCAPE, OTHER, TWICE -> fitting(archive, pointer);
                default -> pointer;
            };
        }

        private static byte[] archive(String... names) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                for (String name : names) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write("知策𠮷".getBytes(StandardCharsets.UTF_8));
                }
            }
            return bytes.toByteArray();
        }

        /** Size and checksum of another archive, as by who means harm. */
        private static String fitting(Path archive, String pointer) throws IOException {
            PublishedFile before = second.file(Published.STORE).orElseThrow();
            return pointer.replace(before.sha256(), MadeUpReleases.sha256(Files.readAllBytes(archive)))
                    .replace("\"bytes\" : " + before.bytes(), "\"bytes\" : " + Files.size(archive));
        }
    }

    @Test
    void what_is_wrong_is_told_and_not_taken() throws Exception {
        follow(releases.folder.toString());
        follower.start();
        Path archive = releases.archive(second);
        byte[] whole = Files.readAllBytes(archive);
        String pointer = Files.readString(archive.resolveSibling(Published.DESCRIPTION));
        for (Fault fault : Fault.values()) {
            releases.point(first);
            await(() -> follower.state().trouble().isEmpty());
            releases.point(fault.damage(archive, whole, pointer));
            await(() -> follower.state()
                    .trouble()
                    .filter(met -> met.kind() == fault.kind)
                    .isPresent());
            assertThat(current()).as(fault.name()).isEqualTo(first.build());
            Files.write(archive, whole);
        }
        assertThat(home.resolve("escaped")).doesNotExist();
        assertThat(home.resolveSibling("escaped")).doesNotExist();
        assertThat(StoreFiles.in(home).builds()).hasSize(1);

        blockedFolderIsTold();
        follower.close();
        damagedBuildIsFetchedAgain();
    }

    private void blockedFolderIsTold() throws Exception {
        Path folder = StoreFiles.in(home).root().resolve("follow");
        releases.point(first);
        await(() -> follower.state().trouble().isEmpty());
        StoreFiles.delete(folder);
        Files.writeString(folder, "no folder");
        releases.point(second);
        await(() -> follower.state()
                .trouble()
                .filter(met -> met.kind() == Kind.DISK)
                .isPresent());

        Files.delete(folder);
        await(() -> current().equals(second.build()));
        await(() -> follower.state().trouble().isEmpty());
    }

    private void damagedBuildIsFetchedAgain() throws Exception {
        Path nquads = StoreFiles.in(home).current().orElseThrow().resolve(StoreFiles.NQUADS);
        Files.writeString(nquads, "damage");
        follow(releases.url());
        assertThat(current()).isEqualTo(second.build());
        assertThat(Files.readString(nquads)).contains(ReleaseFolder.TEXT);
    }

    private String current() {
        return StoreFiles.in(home)
                .current()
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("");
    }

    /** Text index and quads of one release must agree. */
    private String number() {
        String query = """
                PREFIX text: <http://jena.apache.org/text#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?number { ?release text:query (skos:altLabel "发布标记") ; skos:notation ?number }""";
        String body = get("/sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .body();
        return body.replaceFirst("number\\R", "").strip();
    }

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.url().replaceFirst("/$", "") + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        for (int i = 0; i < 400 && !done.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
