package org.zhice.loader.extract.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.Samples;
import org.zhice.loader.extract.account.Account.Kind;
import org.zhice.loader.extract.rows.Extraction;

/** What pages print around a text without duties takes nothing of it away. */
class BylinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byline | 123000 4.5 67000",
                "byline-one-number | 123000 4.5 67000 890000000",
                "byline-under-date | 18000 12.6 340 230000000",
                "byline-at-end | 9000 9120 3055 21000 8.5 12",
                "byline-in-line | 4260 8.1 570000000 36",
                "footer-with-figures | 610 93 5.5 580"
            })
    void every_figure_is_read(String name, String values) {
        Extraction report = read(name);
        assertThat(report.figures().stream().map(row -> row.value()).toList())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactlyElementsOf(
                        List.of(values.split(" ")).stream().map(BigDecimal::new).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byline | 2031-02-03 09:10 来源:竹乡日报",
                "byline-one-number | 发布时间:2031-02-03 来源: 竹乡日报",
                "byline-under-date | 2032年4月8日　作者：苇青　来源：芦苇乡融媒体中心　浏览次数：1208",
                "byline-under-date | 责任编辑：苇白",
                "byline-at-end | 来源：茶山日报 记者：茶小满 编辑：茶大暑",
                "byline-in-line | 来源：稻田发布 时间：2033-01-05",
                "footer-with-figures | 版权所有：莲塘知识产权局　联系电话：010-00000000　邮编：000000",
                "footer-with-figures | 莲ICP备00000000号-1"
            })
    void its_lines_are_known_noise(String name, String line) {
        String text = Samples.text("account/" + name + ".txt");
        int start = text.codePointCount(0, text.indexOf(line));
        int end = start + line.codePointCount(0, line.length());
        assertThat(read(name).account().stretches())
                .filteredOn(stretch -> stretch.start() < end && stretch.end() > start)
                .allSatisfy(stretch -> assertThat(stretch.kind()).isEqualTo(Kind.NOISE));
    }

    private static Extraction read(String name) {
        return new Extractor(Samples.lexicon()).read(Samples.text("account/" + name + ".txt"), "report-2031");
    }
}
