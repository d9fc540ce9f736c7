package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.server.ZhiceServer;
import org.zhice.store.dump.Manifest;

/** Two releases of the real tables, between which one fact was corrected, as somebody elsewhere meets them. */
class PublishedReleasesTest {
    private static final String CHECKOUT = System.getProperty("zhice.home");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    @TempDir
    Path downloads;

    private static Manifest before;
    private static Manifest after;
    private static Path first;
    private static Path second;
    private static ZhiceServer server;

    /** Task 38 of the 2019 plan is about genuine software: without this row no longer. */
    @BeforeAll
    static void two_releases() throws IOException {
        Home home = new Home(Path.of(CHECKOUT)).copyTo(folder);
        first = build(home);
        Path table = home.tables().resolve("task_topic.csv");
        String rows = Files.readString(table);
        assertThat(rows).contains("\n2019-038,legal-software\n");
        Files.writeString(table, rows.replace("\n2019-038,legal-software\n", "\n2019-038,trade-secret\n"));
        second = build(home);
        assertThat(home.dumps().manifests()).hasSize(2);
        after = home.dumps().manifests().get(0);
        before = home.dumps().manifests().get(1);
        server = ZhiceServer.start(home.config(), home.root(), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Path build(Home home) {
        Shipped.build(home);
        return home.stores().current().orElseThrow().resolve(StoreBuilder.NQUADS);
    }

    /** The very lines of the page, by the very programs. */
    @Test
    void what_the_page_says_downloads_and_verifies_the_newest_release() throws Exception {
        String page = get("dumps/?lang=en", "text/html");
        Matcher blocks = Pattern.compile("<pre tabindex=\"0\"><code>(.*?)</code></pre>", Pattern.DOTALL)
                .matcher(page);
        assertThat(blocks.find()).isTrue();
        String verified = shell(blocks.group(1).replace("curl -O", "curl -sS -O"));
        assertThat(verified).isEqualTo("zhice-" + after.release() + ".nq.gz: OK\n");
        assertThat(blocks.find()).isTrue();
        assertThat(shell(blocks.group(1))).isEqualTo(after.release() + "\n");
    }

    /** In the forms of DCAT and SPDX, for programs that harvest; worked out anew by other programs. */
    @Test
    void the_description_of_the_dataset_has_length_and_checksum_of_each_dump() throws Exception {
        String statements = get("dataset.nt", "*/*");
        for (String form : List.of("nq", "ttl")) {
            String url = server.url() + "dumps/zhice-" + after.release() + "." + form + ".gz";
            String bytes = shell("curl -sS " + url + " | wc -c").strip();
            String sha256 =
                    shell("curl -sS " + url + " | sha256sum | cut -c 1-64").strip();
            assertThat(statements)
                    .containsPattern(
                            "dataset#dump-" + form + "> <http://www.w3.org/ns/dcat#byteSize> \"" + bytes + "\"")
                    .containsPattern("dataset#dump-" + form + "-checksum> <http://spdx.org/rdf/terms#checksumValue> \""
                            + sha256 + "\"");
        }
    }

    @Test
    void an_address_that_stays_leads_to_the_release_that_is_served() throws Exception {
        String url = server.url() + "dumps/latest.nq.gz";

        assertThat(shell("curl -sSL " + url + " | gzip -dc | sha256sum")).startsWith(after.release());
    }

    @Test
    void a_broken_download_goes_on_where_it_broke() throws Exception {
        String url = server.url() + "dumps/zhice-" + after.release() + ".ttl.gz";
        String name = "zhice-" + after.release() + ".ttl.gz";

        assertThat(shell("curl -sS -r 0-999 -o " + name + " " + url + "; wc -c < " + name)
                        .strip())
                .isEqualTo("1000");
        assertThat(shell("curl -sS -C - -O " + url + "; curl -sS -O " + url + ".sha256; sha256sum -c " + name
                        + ".sha256"))
                .isEqualTo(name + ": OK\n");
    }

    @Test
    void the_corrected_fact_is_what_changed() throws Exception {
        JsonObject changes = JSON.parse(get(path(""), "application/json"));

        assertThat(changes.getObj("things")
                        .getArray("changed")
                        .map(thing -> thing.getAsString().value()))
                .contains("https://w3id.org/zhice/id/task/2019-038");
        assertThat(changes.getArray("answers")
                        .map(answer -> answer.getAsObject())
                        .filter(answer -> answer.getString("query").equals("tasks-on-a-topic"))
                        .map(answer -> answer.get("before") + " " + answer.get("after"))
                        .toList())
                .containsExactly("3 2");
        assertThat(after.answers()).hasSizeGreaterThan(50).hasSameSizeAs(before.answers());
        assertThat(get(path(""), "text/html")).contains("task:2019-038").contains("/queries/tasks-on-a-topic");
    }

    /** Lines stand in the patch as in the dumps, so that text tools can apply it too. */
    @Test
    void the_patch_makes_the_later_release_of_the_earlier_one() throws Exception {
        String text = get(path(".rdfp"), "*/*");
        RDFPatch patch = RDFPatchOps.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        Files.writeString(downloads.resolve("patch"), text);
        Files.copy(first, downloads.resolve("first"));

        String patched = shell("""
                sed -i -E 's/<_:([^>]+)>/_:\\1/g' patch
                sed -n 's/^D //p' patch > gone
                { grep -vxFf gone first; sed -n 's/^A //p' patch; }
                """);

        assertThat(patch.getPrevious().getURI()).endsWith(before.release());
        assertThat(patched.lines()).containsExactlyInAnyOrderElementsOf(Files.readAllLines(second));
    }

    private static String path(String end) {
        return "releases/" + before.release() + "/" + after.release() + end;
    }

    private String shell(String script) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of("bash", "-euo", "pipefail", "-c", script))
                .directory(downloads.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String get(String path, String accept) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept", accept)
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
