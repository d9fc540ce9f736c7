package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pasted with a name and nobody sees does not matter, wherever it stands: a name, an id, an IRI or a year is found. */
class InvisibleTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    /** Width of none, joiners, marks of direction, soft hyphen, byte order mark, variation selectors, blanks that do not break. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B",
                "\u200C",
                "\u200D",
                "\u200E",
                "\u202E",
                "\u2060",
                "\u2069",
                "\u00AD",
                "\uFEFF",
                "\uFE00",
                "\uFE0F",
                "\uDB40\uDD00",
                "\u180E",
                "\u061C",
                "\uFFF9",
                "\uDB40\uDC41",
                "\u3164",
                "\u00A0",
                "\u202F",
                "\u2007"
            })
    void what_nobody_sees_does_not_matter(String unseen) {
        String plain = SERVER.get("/queries/tasks-of-an-agency?agency=cnipa&year=2019&format=csv")
                .body();
        assertThat(plain.lines()).hasSizeGreaterThan(1);
        boolean blank = unseen.matches("[\u00A0\u202F\u2007]");
        for (String name : List.of("国家知识产权局", "國家知識產權局", "cnipa", "CNIPA")) {
            for (String pasted : blank && name.matches("\\w+") ? around(name, unseen) : everywhere(name, unseen)) {
                assertThat(SERVER.get("/queries/tasks-of-an-agency?format=csv&year=" + encode(unseen + "2019" + unseen)
                                        + "&agency=" + encode(pasted))
                                .body())
                        .as(pasted)
                        .isEqualTo(plain);
            }
        }
        String id = encode(unseen + "agency/cnipa" + unseen);
        assertThat(SERVER.get("/reconcile/flyout/entity?id=" + id).statusCode()).isEqualTo(200);
        String query = "{\"q\":{\"query\":\"国家" + unseen + "知识产权局" + unseen + "\",\"type\":\"" + unseen + "agency\"}}";
        String matched = SERVER.get("/reconcile?queries=" + encode(query)).body();
        assertThat(JSON.parse(matched).getObj("q").toString()).contains("\"agency/cnipa\"");
        assertThat(SERVER.get("/search?format=json&q=" + encode("商标" + (blank ? "" : unseen) + "法" + unseen) + "&type="
                                + encode("instrument" + unseen))
                        .body())
                .contains("trademark-law");
    }

    private static List<String> around(String name, String unseen) {
        return List.of(unseen + name, name + unseen);
    }

    private static List<String> everywhere(String name, String unseen) {
        return List.of(
                unseen + name, name + unseen, name.charAt(0) + unseen + name.substring(1), unseen + name + unseen);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
