package org.zhice.server.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How text, parameters and media ranges are read. */
class ProtocolTest {
    private static final List<String> OFFERED =
            List.of("application/sparql-results+json", "text/csv", "text/html", "text/turtle");

    @Test
    void parameters_are_read_in_order_with_all_their_values() {
        assertThat(Parameters.of("a=1&b=%F0%A0%AE%B7+x&a=&&c&%E4%B8%93=%e5%88%a9")
                        .toString())
                .isEqualTo("{a=[1, ], b=[𠮷 x], c=[], 专=[利]}");
    }

    @ParameterizedTest
    @CsvSource({
        "a=%D7%A8%C0%FB, not-utf8, 9",
        "a=%E4%B8, not-utf8, 3",
        "a=b&c=xy%FF, not-utf8, 9",
        "%C0%AF=1, not-utf8, 1",
        "a=%ED%A0%80, not-utf8, 3",
        "a=100%, percent, 6",
        "a=%4, percent, 3",
        "a=%G0, percent, 3",
        "a=b%00, nul, 4"
    })
    void what_is_no_text_is_refused_with_its_place(String query, String key, int place) {
        ProtocolException refused = catchThrowableOfType(ProtocolException.class, () -> Parameters.of(query));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.key()).isEqualTo(key);
        assertThat(refused.args()).contains(place);
    }

    @Test
    void text_in_another_encoding_is_refused_and_a_mark_of_byte_order_is_none_of_it() {
        byte[] gbk = "{ ?s ?p \"专利\" }".getBytes(Charset.forName("GBK"));
        byte[] marked = "\uFEFF专利𠮷".getBytes(StandardCharsets.UTF_8);

        assertThat(catchThrowableOfType(ProtocolException.class, () -> Utf8.text(gbk))
                        .args())
                .contains("C0", 12);
        assertThat(Utf8.text(marked)).isEqualTo("专利𠮷");
    }

    /** What Java writes is read again; one changed byte is refused or is other text, and never a replacement character. */
    @Test
    void no_byte_becomes_a_replacement_character() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] bytes = "专利法 patent 𠮷 — “x”".getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) (1 + random.nextInt(255));
            try {
                assertThat(Utf8.text(bytes)).as("seed %d", seed).doesNotContain("\uFFFD");
            } catch (ProtocolException e) {
                assertThat(e.key()).as("seed %d", seed).isEqualTo("not-utf8");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/CSV                                        | text/csv",
                "Text/*                                          | text/csv",
                "*/*                                             | application/sparql-results+json",
                "text/csv;q=0.5, text/turtle                     | text/turtle",
                "text/csv;q=0, */*                               | application/sparql-results+json",
                "application/*;q=0, */*;q=0.1                    | text/csv",
                "text/*, text/csv;q=0.1, text/html;q=0           | text/turtle",
                "text/*;q=0.3, text/html;q=0.7, */*;q=0.5        | text/html",
                "text/turtle;charset=utf-8                       | text/turtle",
                "text/csv; header=present ; q = 0.9, text/html;q=1 | text/html",
                "text/turtle;version=\"a,b\", text/csv;q=0.2     | text/turtle",
                "text/turtle, text/csv                           | text/csv",
                "rubbish                                         | application/sparql-results+json",
                ";;;,,, q=1                                      | application/sparql-results+json",
                "text/csv;q=x                                    | text/csv",
                "image/png                                       |",
                "*/*;q=0                                         |",
                "*/csv, image/png                                |",
                "image/png, */*;q=0.001                          | application/sparql-results+json"
            })
    void media_types_weigh_as_rfc_9110_says(String accept, String best) {
        assertThat(Accepted.best(accept, OFFERED).orElse(null)).isEqualTo(best);
    }

    @ParameterizedTest
    @CsvSource({
        "fbclid=IwAR0&agency=mps, agency=mps",
        "agency=mps&utm_source=x&utm_medium=%E5%BE%AE, agency=mps",
        "gclid=1, ''",
        "from=singlemessage&isappinstalled=0&q=x, q=x",
        "from=2021&q=utm_x, from=2021&q=utm_x",
        "utmost=1&gclids=2, utmost=1&gclids=2"
    })
    void what_social_media_put_behind_an_address_goes_and_nothing_else(String query, String kept) {
        assertThat(Tracking.without(query)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1, 0x8, 0xB, 0xC, 0x1F, 0xD800, 0xDFFF, 0xFFFE, 0xFFFF})
    void characters_that_xml_cannot_hold_are_found(int character) {
        assertThat(XmlCharacters.firstOther("专" + Character.toString(character)))
                .hasValue(character);
    }

    @Test
    void all_others_are_not() {
        assertThat(XmlCharacters.firstOther("\t\n\r 专𠮷\u00AD\u202E\uE5E5\uFFFD"))
                .isEmpty();
    }
}
