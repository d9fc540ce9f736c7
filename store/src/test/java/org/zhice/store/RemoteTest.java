package org.zhice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemoteTest {
    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config/zhice.ttl");

    @TempDir
    Path folder;

    @Test
    void three_are_listed_and_none_may_be_nearby() {
        Limits limits = Limits.read(CONFIG);

        assertThat(limits.remotes()).extracting(Remote::name).containsExactly("CELLAR", "Fedlex", "Wikidata");
        assertThat(limits.remotes()).noneMatch(Remote::nearby);
        assertThat(limits.remotes())
                .allMatch(remote -> remote.iri().equals(remote.address().toString()));
    }

    /** So that an answer comes in time even if none of them answers. */
    @Test
    void patience_with_all_of_them_ends_before_the_first_row_must_be_there() {
        Limits limits = Limits.read(CONFIG);

        assertThat(limits.remotes().stream().map(Remote::patience).reduce(Duration.ZERO, Duration::plus))
                .isLessThan(limits.firstRow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            remote:rows 20000 ;         | ''                        | found nothing, expected remote:rows
            remote:rows 20000 ;         | remote:rows 0 ;           | expected remote:rows, one whole number from 1
            rdfs:label "Wikidata" ;     | ''                        | found nothing, expected an rdfs:label
            remote:iri <https://query.wikidata.org/sparql> ; | ''   | Wikidata: found nothing, expected remote:iri
            remote:iri <https://query.wikidata.org/sparql> ; | remote:iri <file:/etc/passwd> ; | an address of the web
            """)
    void entry_that_lacks_something_is_told(String line, String other, String message) throws IOException {
        String config = Files.readString(CONFIG);
        assertThat(config).contains(line);
        Path changed = Files.writeString(folder.resolve("zhice.ttl"), config.replace(line, other));

        assertThatThrownBy(() -> Limits.read(changed)).hasMessageContaining(message);
    }
}
