package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.zhice.store.Terms;

/** CITATION.cff by the rules of the Citation File Format 1.2.0. */
class CitationTest {
    private static final Path FILE = Path.of(System.getProperty("zhice.home"), "CITATION.cff");

    /** Those of the schema that the file may use. */
    private static final Set<String> KEYS = Set.of(
            "cff-version",
            "message",
            "type",
            "title",
            "version",
            "authors",
            "abstract",
            "keywords",
            "license",
            "date-released");

    private final Map<String, Object> citation = read();

    @Test
    void it_has_what_the_format_requires_and_nothing_unknown() {
        assertThat(citation)
                .containsKeys("cff-version", "message", "title", "authors")
                .containsEntry("cff-version", "1.2.0");
        assertThat(KEYS).containsAll(citation.keySet());
        assertThat(citation.get("type")).isIn("dataset", "software");
        assertThat((List<?>) citation.get("authors"))
                .isNotEmpty()
                .allMatch(author -> author instanceof Map<?, ?> map && map.containsKey("name"));
        assertThat(citation.values()).allMatch(value -> !value.toString().isBlank());
    }

    @Test
    void its_version_is_that_of_the_program() {
        assertThat(citation.get("version")).isEqualTo(Terms.VERSION);
    }

    @Test
    void nothing_in_it_is_an_identifier_that_nobody_has_given() {
        assertThat(citation.toString()).doesNotContainIgnoringCase("doi").doesNotContainIgnoringCase("orcid");
    }

    private static Map<String, Object> read() {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
