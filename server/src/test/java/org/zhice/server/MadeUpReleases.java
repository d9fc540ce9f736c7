package org.zhice.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.zhice.store.ReleaseId;
import org.zhice.store.dump.DumpFile;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;
import org.zhice.store.dump.Manifest.Answer;

/** Three releases of a few quads, made by hand; of the first only the manifest is left. */
final class MadeUpReleases {
    private static final String SOURCE = "<https://w3id.org/zhice/graph/source-plan-2031>";
    private static final String TITLE = "<https://w3id.org/zhice/ontology#title>";
    private static final String SHAPES = "<https://w3id.org/zhice/graph/shapes>";

    static final List<String> FIRST = List.of("# nothing");

    static final List<String> SECOND = List.of(
            "<https://w3id.org/zhice/id/task/2031-001> " + TITLE + " \"茶𠮷\"@zh " + SOURCE + " .",
            "<https://w3id.org/zhice/id/task/2031-002> " + TITLE + " \"Salt\\n\\\"and\\\" tea\"@en " + SOURCE + " .",
            "<https://w3id.org/zhice/id/task/2031-003> " + TITLE + " \"Gone\"@en " + SOURCE + " .",
            "_:B1 <http://www.w3.org/ns/shacl#path> _:Bp " + SHAPES + " .",
            "_:B1 <http://www.w3.org/ns/shacl#severity> <http://www.w3.org/ns/shacl#Info> " + SHAPES + " .");

    /** One title differs, one task is gone, one is new, and a blank node says something else. */
    static final List<String> THIRD = List.of(
            "<https://w3id.org/zhice/id/task/2031-001> " + TITLE + " \"茶𠮷村\"@zh " + SOURCE + " .",
            "<https://w3id.org/zhice/id/task/2031-002> " + TITLE + " \"Salt\\n\\\"and\\\" tea\"@en " + SOURCE + " .",
            "<https://w3id.org/zhice/id/task/2031-004> " + TITLE + " \"New\"@en " + SOURCE + " .",
            "_:B1 <http://www.w3.org/ns/shacl#path> _:Bq " + SHAPES + " .",
            "_:B1 <http://www.w3.org/ns/shacl#severity> <http://www.w3.org/ns/shacl#Warning> " + SHAPES + " .");

    private MadeUpReleases() {}

    static String id(List<String> lines) {
        return ReleaseId.ofDigest(sha256(text(lines)));
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** What a store says of the release that it holds. */
    static String named(List<String> lines) {
        return """
                PREFIX earl: <http://www.w3.org/ns/earl#>
                PREFIX schema: <https://schema.org/>
                <https://w3id.org/zhice/graph/meta> {
                  <https://w3id.org/zhice/id/assertion/made-up> a earl:Assertion ;
                    earl:subject <https://w3id.org/zhice/id/release/ID> .
                  <https://w3id.org/zhice/id/release/ID> schema:version "ID" .
                }
                """.replace("ID", id(lines));
    }

    static void in(Dumps dumps) {
        put(dumps, FIRST);
        list(dumps, FIRST, 1, Map.of("rare", new Answer(1, "c")));
        for (DumpFile file : dumps.dumps(id(FIRST))) {
            delete(dumps.path(file.name()));
            delete(dumps.path(file.name() + Dumps.CHECKSUM));
        }
        put(dumps, SECOND);
        list(dumps, SECOND, 2, Map.of("tasks-of-an-agency", new Answer(3, "a"), "rare", new Answer(1, "c")));
        put(dumps, THIRD);
        list(dumps, THIRD, 3, Map.of("tasks-of-an-agency", new Answer(2, "b")));
    }

    private static void put(Dumps dumps, List<String> lines) {
        for (String end : List.of(Dumps.NQUADS, Dumps.TURTLE)) {
            String name = Dumps.name(id(lines), end);
            dumps.write(name, file -> {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                    out.write(text(lines));
                }
                dumps.write(name + Dumps.CHECKSUM, sha256(Files.readAllBytes(file)) + "  " + name + "\n");
            });
        }
    }

    private static void list(Dumps dumps, List<String> lines, int number, Map<String, Answer> answers) {
        dumps.list(new Manifest(
                id(lines),
                Instant.parse("2031-05-0" + number + "T08:00:00Z"),
                "0.1.0",
                5,
                5,
                Map.of("https://w3id.org/zhice/graph/source-plan-2031", 3L),
                Map.of("https://w3id.org/zhice/ontology#Task", number + 1L),
                answers,
                dumps.dumps(id(lines))));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
