package org.zhice.store.arq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.query.QueryException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.store.Limits;
import org.zhice.store.QueryLimits;

/** Texts that are nearly queries: whatever comes in is a query or one of the errors that are told, and soon. */
class ClientQueryFuzzTest {
    private static final Path HOME = Path.of(System.getProperty("zhice.home"));
    private static final QueryLimits LIMITS =
            Limits.read(HOME.resolve("fuseki-config/zhice.ttl")).query();
    private static final int TRIES = Integer.getInteger("zhice.fuzz", 1_500);
    private static final String[] PIECES = {
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        "<",
        ">",
        "\"",
        "'",
        "\"\"\"",
        "\\",
        "\\u0022",
        "@en-",
        "@a_b",
        "^^",
        "!",
        "|",
        "*",
        "+",
        "?",
        "$",
        "#",
        "\n",
        "\0",
        "\uFFFF",
        "\uD842",
        "𠮷",
        "“",
        "1e999",
        "-",
        "..",
        "AS",
        "SELECT",
        "UNION ",
        "FILTER",
        "EXISTS ",
        "VALUES ?x { 1 }",
        "BIND(1 AS ?x)",
        "GROUP BY ?s",
        "OFFSET 9",
        "SERVICE <x:y> {}",
        "REGEX(?s, \"(\")",
        "STRLANG(1, 2)",
        "<a b>",
        "_:x",
        "a:b:c",
        "%",
        "&#0;",
        "\t",
        "\u202E"
    };

    @ParameterizedTest
    @ValueSource(longs = {1, 20231129, 987654321})
    void nearly_a_query_is_read_or_refused(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> texts = texts();
        assertThat(texts).hasSizeGreaterThan(200);
        for (int i = 0; i < TRIES; i++) {
            String text = texts.get(random.nextInt(texts.size()));
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                text = changed(text, texts, random);
            }
            tryOut(text, seed + "/" + i);
        }
    }

    private static void tryOut(String text, String place) {
        long start = System.nanoTime();
        try {
            ClientQuery.parse(text, LIMITS);
        } catch (QueryException e) {
            assertThat(e).as(place).isNotNull();
        } catch (RuntimeException | Error e) {
            fail(place + ": " + text.substring(0, Math.min(500, text.length())), e);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(place).isLessThan(Duration.ofSeconds(20));
    }

    private static String changed(String text, List<String> texts, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(20));
        String piece = PIECES[random.nextInt(PIECES.length)];
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + piece + text.substring(at);
            case 2 -> text.substring(0, at) + piece.repeat(1 + random.nextInt(300)) + text.substring(end);
            case 3 -> text.substring(0, at) + text.substring(at, end).repeat(50) + text.substring(end);
            default -> {
                String other = texts.get(random.nextInt(texts.size()));
                yield text.substring(0, at) + other.substring(random.nextInt(other.length() + 1));
            }
        };
    }

    private static List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String folder : List.of("queries", "app/src/test/resources/org/zhice/app/attacks")) {
            try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
                for (Path file : (Iterable<Path>)
                        files.filter(file -> file.toString().endsWith(".rq")).sorted()::iterator) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }
}
