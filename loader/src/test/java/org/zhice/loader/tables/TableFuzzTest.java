package org.zhice.loader.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.Checkout;
import org.zhice.loader.input.Finding;

/** Whatever bytes a table is, it is read or told with a place; what is read is what was written. */
class TableFuzzTest {
    private static final int ROUNDS = Integer.getInteger("zhice.fuzz.rounds", 1500);
    private static final List<String> PIECES = List.of(
            "\"",
            "\"\"",
            ",",
            "\n",
            "\r\n",
            "\r",
            "茶",
            "𠮷",
            "a",
            "1",
            " ",
            "\t",
            "\u0000",
            "\uFEFF",
            "\u200B",
            "\uF90A",
            ";",
            "'",
            "=",
            "2024-02-30",
            "龘甲,tea,,\n",
            "\"二\n三\"",
            "term_zh,term_en,note_zh,note_en\n");

    @TempDir
    private Path folder;

    private TableContract glossary;
    private final List<Finding> findings = new ArrayList<>();

    @BeforeEach
    void the_contract_of_the_glossary() {
        glossary = Tables.contracts(Checkout.home(), Checkout.home().tables()).stream()
                .filter(contract -> contract.name().equals("glossary"))
                .findFirst()
                .orElseThrow();
    }

    private Table read(byte[] bytes) throws IOException {
        findings.clear();
        Path file = Files.write(folder.resolve("glossary.csv"), bytes);
        return TableReader.read(file, "glossary.csv", glossary, findings::add);
    }

    private void assertReadOrTold(byte[] bytes, String which) {
        try {
            long lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\r\n|\r|\n", -1).length;
            Table table = read(bytes);
            assertThat(table.rows().size()).as(which).isLessThanOrEqualTo((int) lines);
            assertThat(findings).as(which).allSatisfy(finding -> {
                assertThat(finding.place().line()).isBetween(1L, lines);
                assertThat(finding.toString()).startsWith("glossary.csv:").doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
            });
            if (findings.isEmpty()) {
                assertThat(table.rows())
                        .as(which)
                        .allSatisfy(row -> assertThat(row.cells()).hasSize(4));
            }
        } catch (IOException | RuntimeException e) {
            fail(which, e);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void no_pieces_make_the_reading_fail(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) > 0 ? "term_zh,term_en,note_zh,note_en\n" : "");
            IntStream.range(0, random.nextInt(40)).forEach(i -> text.append(PIECES.get(random.nextInt(PIECES.size()))));
            assertReadOrTold(text.toString().getBytes(StandardCharsets.UTF_8), "seed " + seed + " round " + round);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void no_bytes_make_the_reading_fail(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes("term_zh,term_en,note_zh,note_en\n龘甲,tea,\"一\n二\",\n".getBytes(StandardCharsets.UTF_8));
            byte[] damaged = bytes.toByteArray();
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertReadOrTold(damaged, "seed " + seed + " round " + round);
        }
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        Random random = new Random(6);
        List<String> pieces = List.of("茶", "𠮷", "\"", ",", "'", ";", "=1", "，", "“", "a b", "#", "\\");
        for (int round = 0; round < ROUNDS / 5; round++) {
            List<List<String>> rows = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                rows.add(List.of(cell(pieces, random), cell(pieces, random), cell(pieces, random) + "\n二", ""));
            }
            StringBuilder text = new StringBuilder("term_zh,term_en,note_zh,note_en\r\n");
            rows.forEach(
                    row -> text.append(CSVFormat.RFC4180.format(row.toArray())).append("\r\n"));
            Table table = read(text.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(findings).as("round " + round).isEmpty();
            assertThat(table.rows())
                    .extracting(Table.Row::cells)
                    .as("round " + round)
                    .isEqualTo(rows);
            assertThat(table.rows().get(0).line()).isEqualTo(2);
        }
    }

    private static String cell(List<String> pieces, Random random) {
        StringBuilder cell = new StringBuilder("茶");
        IntStream.range(0, random.nextInt(5)).forEach(i -> cell.append(pieces.get(random.nextInt(pieces.size()))));
        return cell.toString();
    }
}
