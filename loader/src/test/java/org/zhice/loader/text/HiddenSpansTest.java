package org.zhice.loader.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.Samples;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Extraction.Report;

/** What a page holds and does not show changes no row, and is a doubt if a row could have been made of it. */
class HiddenSpansTest {
    private static final int ROUNDS = 20;
    private static final List<String> FORMS = List.of(
            "<span style=\"display:none\">%s</span>",
            "<div hidden>%s</div>", "<!-- %s -->", "<noscript>%s</noscript>", "<p style='font-size:0'>%s</p>");
    private static final List<String> WORDS = List.of("苇塘三百亩", "另发苇画1.2万幅", "见《𠮷滩苇画图谱》", "由𠮷滩乡负责", "上级要闻", "");

    @ParameterizedTest
    @ValueSource(strings = {"forms/brackets.txt", "forms/circled.txt", "account/byline-at-end.txt", "figure/plan.txt"})
    void they_take_nothing_away_and_are_told(String name) {
        List<String> lines = Samples.text(name).lines().toList();
        Extraction before = read(lines);
        Random random = new Random(20310506);
        for (int i = 0; i < ROUNDS; i++) {
            String words = WORDS.get(random.nextInt(WORDS.size()));
            List<String> bent = new ArrayList<>(lines);
            bent.add(
                    random.nextInt(lines.size() + 1),
                    FORMS.get(random.nextInt(FORMS.size())).formatted(words));
            Extraction after = read(bent);
            assertThat(after.tasks()).hasSameSizeAs(before.tasks());
            assertThat(after.responsibilities()).hasSameSizeAs(before.responsibilities());
            assertThat(after.figures()).hasSameSizeAs(before.figures());
            boolean telling = words.matches(".*(?:[0-9]|《|负责).*");
            assertThat(after.account().isPartial() || !telling).as(words).isTrue();
            assertThat(after.doubts().stream()
                            .filter(doubt -> doubt.what().startsWith("outside"))
                            .map(Report::found))
                    .isEqualTo(telling ? List.of(words) : List.of());
        }
    }

    private static Extraction read(List<String> lines) {
        String html = "<html><body><p>" + String.join("</p>\n<p>", lines) + "</p></body></html>";
        Parsed page = new WebPage(html, "page", 100_000).parsed(StandardCharsets.UTF_8);
        return new Extractor(Samples.lexicon()).read(page.text(), page.hidden(), "plan-2031", "page");
    }
}
