package org.zhice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config/zhice.ttl");

    @TempDir
    Path folder;

    @Test
    void limits_are_those_of_the_configuration() {
        Limits limits = Limits.read(CONFIG);

        assertThat(limits.firstRow()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.total()).isEqualTo(Duration.ofSeconds(30));
        assertThat(limits.timeout()).isEqualTo("10000,30000");
        assertThat(limits.rows()).isEqualTo(100_000);
        assertThat(limits.atOnce()).isEqualTo(8);
        assertThat(limits.stop()).isGreaterThan(limits.total());
    }

    @Test
    void each_limit_is_told_to_who_runs_the_server_as_it_is() throws IOException {
        Path docs = Path.of(System.getProperty("zhice.home"), "docs");
        String told = Files.readString(docs.resolve("operations.md")) + Files.readString(docs.resolve("limits.md"));
        List<MatchResult> set = Pattern.compile("limit:(\\w+) (\\d+)")
                .matcher(Files.readString(CONFIG))
                .results()
                .toList();

        assertThat(set).hasSizeGreaterThanOrEqualTo(24);
        assertThat(set).allMatch(limit -> told.contains("`limit:" + limit.group(1) + "`"));
        assertThat(told).contains("| `limit:rows` | 100,000 |", "| `limit:graphRows` | 10,000 |", "| 1,000, 500 |");
        assertThat(told).contains("| `limit:toolRows` | 1,000 |", "| 1 MiB |", "| 8, 2 s |", "| 60 s |");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            limit:rows 100000 ;   | ''                        | found [] as limit:rows
            limit:rows 100000 ;   | limit:rows 1 , 2 ;        | as limit:rows, expected one whole number from 1
            limit:rows 100000 ;   | limit:rows 0 ;            | found [0] as limit:rows
            limit:rows 100000 ;   | limit:rows "many" ;       | found [] as limit:rows
            "10000,30000"         | "soon"                    | found 0 settings of arq:queryTimeout
            """)
    void limit_that_is_missing_or_no_number_is_told(String line, String other, String message) throws IOException {
        String config = Files.readString(CONFIG);
        assertThat(config).contains(line);
        Path changed = Files.writeString(folder.resolve("zhice.ttl"), config.replace(line, other));

        assertThatThrownBy(() -> Limits.read(changed)).hasMessageContaining(message);
    }
}
