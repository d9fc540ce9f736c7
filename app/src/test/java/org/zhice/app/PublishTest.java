package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The shipped data, published, as whoever fetches it finds it. */
class PublishTest {
    @TempDir
    Path folder;

    @Test
    void release_is_told_whole_and_published_once() throws IOException {
        Path releases = folder.resolve("发布𠮷");
        assertThat(publish(releases)).contains("published: the release");
        String pointer = Files.readString(releases.resolve("latest.json"));
        JsonObject told = JSON.parse(pointer);
        Path release = releases.resolve(told.getString("build"));
        Set<String> files = told.getArray("files")
                .map(JsonValue::getAsObject)
                .peek(file -> requireAsTold(release, file))
                .map(file -> file.getString("name"))
                .collect(Collectors.toSet());
        String id = told.getString("release");
        assertThat(files)
                .containsExactlyInAnyOrder(
                        "store.zip", "zhice-" + id + ".json", "zhice-" + id + ".nq.gz", "zhice-" + id + ".ttl.gz");
        assertThat(release.resolve("release.json")).hasContent(pointer);
        requireArchive(
                release.resolve("store.zip"), id, told.getNumber("unpacked").longValue());

        Path kept = Files.writeString(release.resolve("mark"), "");
        assertThat(publish(releases)).contains("was published before");
        assertThat(kept).exists();
    }

    private static void requireAsTold(Path release, JsonObject file) {
        try {
            byte[] bytes = Files.readAllBytes(release.resolve(file.getString("name")));
            assertThat(file.getNumber("bytes").longValue()).isEqualTo(bytes.length);
            assertThat(file.getString("sha256")).isEqualTo(DigestUtils.sha256Hex(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void requireArchive(Path archive, String id, long unpacked) throws IOException {
        long bytes = 0;
        List<String> names = new ArrayList<>();
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                bytes += content.length;
                names.add(entry.getName());
                if (entry.getName().equals("zhice.nq")) {
                    assertThat(DigestUtils.sha256Hex(content)).startsWith(id);
                }
            }
        }
        assertThat(bytes).isEqualTo(unpacked);
        assertThat(names)
                .contains("zhice.nq", "contract.nq", "triples.tsv", "tables/task.csv", "tdb2/Data-0001/GSPO.dat")
                .doesNotContain("inputs.stamp")
                .endsWith("seal.json");
    }

    private static String publish(Path releases) {
        String before = System.setProperty("zhice.home", Shipped.built().root().toString());
        StringWriter err = new StringWriter();
        try {
            CommandLine command = Zhice.commandLine().setErr(new PrintWriter(err, true));
            assertThat(command.execute("publish", releases.toString())).isZero();
            return err.toString();
        } finally {
            System.setProperty("zhice.home", before);
        }
    }
}
