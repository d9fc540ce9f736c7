package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.query.file.QueryFileException;
import org.zhice.query.file.SavedQueries;

/** Whatever a file of a saved query is, it is read or refused with its place. */
class HeaderFuzzTest {
    private static final int ROUNDS = Integer.getInteger("zhice.fuzz.rounds", 400);
    private static final String QUERY = """
            #+ title: {en: Tea, zh: 𠮷村茶}
            #+ question: {en: "Which tea?", zh: 哪种茶？}
            #+ params:
            #+   - {name: year, type: year, label: {en: Year, zh: 年份}, default: "2023"}
            #+ columns:
            #+   task: {en: Task, zh: 任务}
            #+ tags: [tea]
            #+ expect: non-empty
            PREFIX zc: <https://w3id.org/zhice/ontology#>
            SELECT ?year ?task WHERE { ?task zc:inPlan/zc:year ?year } ORDER BY ?year
            """;
    private static final List<String> PIECES = List.of(
            "#+ ",
            "#+",
            "\n",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            "&a ",
            "*a",
            "!!",
            "!!java.net.URL ",
            "|\n",
            ">\n",
            "'",
            "\"",
            "- ",
            "? ",
            "en",
            "zh",
            "null",
            "~",
            "2024-01-01",
            "1e999",
            "0x1F",
            "<<: *a",
            "%YAML 9.9\n",
            "---\n",
            "...\n",
            "茶",
            "𠮷",
            "\t",
            "\u0000",
            "\u200B",
            "\uFEFF",
            "\uFFFE",
            "\\u200B",
            "\\x",
            "}}}}",
            "title",
            "values: ",
            "?year",
            "SELECT",
            "true",
            "999999999999999999999");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_changed_file_is_read_or_refused_at_its_line(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(QUERY);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int at = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length())));
                if (random.nextBoolean()) {
                    text.delete(at, Math.min(text.length(), at + random.nextInt(12)));
                }
                text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
            assertReadOrRefused(
                    text.toString().getBytes(StandardCharsets.UTF_8), "seed " + seed + " round " + round + "\n" + text);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void changed_bytes_are_read_or_refused_at_their_line(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = QUERY.getBytes(StandardCharsets.UTF_8);
            for (int i = random.nextInt(3); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertReadOrRefused(bytes, "seed " + seed + " round " + round);
        }
    }

    @Test
    void a_header_that_nests_for_ever_or_names_itself_is_refused() throws IOException {
        for (String value :
                List.of("[".repeat(100_000), "{a: ".repeat(100_000), "&a [*a]", "&a {b: *a}", "- ".repeat(100_000))) {
            byte[] bytes = QUERY.replace("[tea]", value).getBytes(StandardCharsets.UTF_8);
            Files.write(folder.resolve("saved.rq"), bytes);
            assertThat(refusal("nesting")).contains("saved.rq:").hasSizeLessThan(2000);
        }
    }

    private void assertReadOrRefused(byte[] bytes, String which) throws IOException {
        Files.write(folder.resolve("saved.rq"), bytes);
        String refusal = refusal(which);
        if (!refusal.isEmpty()) {
            assertThat(refusal)
                    .as(which)
                    .containsPattern("saved\\.rq:\\d+: .+")
                    .doesNotContain("null: ", "\u200B", "\u0000");
        }
    }

    private String refusal(String which) {
        try {
            assertThat(SavedQueries.read(folder).all()).hasSize(1);
            return "";
        } catch (QueryFileException e) {
            return e.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            return fail(which, e);
        }
    }
}
