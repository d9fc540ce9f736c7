package org.zhice.loader.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UrlTemplateTest {
    private static final Map<String, String> ROW =
            Map.of("task", "2031-004", "position", "2", "path", "campaign/tea", "name", "茶 100%", "none", "");

    @Test
    void braces_are_filled_with_cells() {
        UrlTemplate template = new UrlTemplate("https://example.org/responsibility/{task}-{position}");
        assertThat(template.columns()).containsExactly("task", "position");
        assertThat(template.fill(ROW::get)).hasValue("https://example.org/responsibility/2031-004-2");
    }

    @Test
    void a_cell_is_encoded_unless_the_template_says_that_it_is_a_path() {
        assertThat(new UrlTemplate("https://example.org/{name}").fill(ROW::get))
                .hasValue("https://example.org/茶%20100%25");
        assertThat(new UrlTemplate("https://example.org/{path}").fill(ROW::get))
                .hasValue("https://example.org/campaign%2Ftea");
        assertThat(new UrlTemplate("https://example.org/{+path}").fill(ROW::get))
                .hasValue("https://example.org/campaign/tea");
    }

    @Test
    void an_empty_cell_makes_no_iri() {
        assertThat(new UrlTemplate("https://example.org/{task}/{none}").fill(ROW::get))
                .isEmpty();
    }
}
