package org.zhice.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "2023, 2023",
        "9999, 9999",
        "10000, '10,000'",
        "486880000000.0, '486,880,000,000'",
        "4.8688E11, '486,880,000,000'",
        "-1234567.25, '-1,234,567.25'",
        "16.50, 16.5",
        "0.000, 0",
        "NaN, NaN",
        "'', ''"
    })
    void digits_are_grouped_from_five_on(String number, String shown) {
        for (Language language : Language.values()) {
            assertThat(Numbers.show(number, language)).isEqualTo(shown);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 100%", "1.0, 100%", "0.9999, 99.9%", "0.582, 58.2%", "0.5, 50%", "0, 0%", "'', ''"})
    void per_cent_is_rounded_down(String share, String shown) {
        for (Language language : Language.values()) {
            assertThat(Numbers.percent(share, language)).isEqualTo(shown);
        }
    }
}
