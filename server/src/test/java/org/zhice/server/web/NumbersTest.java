package org.zhice.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "2023, 2023, 2023",
        "9999, 9999, 9999",
        "10000, '10,000', 1万",
        "486880000000.0, '486,880,000,000', 4868.8亿",
        "4.8688E11, '486,880,000,000', 4868.8亿",
        "400000000000, '400,000,000,000', 4000亿",
        "99990000, '99,990,000', 9999万",
        "100000000, '100,000,000', 1亿",
        "123450000, '123,450,000', '12,345万'",
        "123456789, '123,456,789', '123,456,789'",
        "172500, '172,500', 17.25万",
        "172513, '172,513', '172,513'",
        "-1234500, '-1,234,500', -123.45万",
        "-1234567.25, '-1,234,567.25', '-1,234,567.25'",
        "1500000000000000, '1,500,000,000,000,000', '15,000,000亿'",
        "16.50, 16.5, 16.5",
        "0.000, 0, 0",
        "NaN, NaN, NaN",
        "1E999999999, 1E999999999, 1E999999999",
        "1E-999999999, 1E-999999999, 1E-999999999",
        "'', '', ''"
    })
    void digits_are_grouped_from_five_on_and_a_round_number_is_counted_in_chinese_units(
            String number, String english, String chinese) {
        assertThat(Numbers.show(number, Language.EN)).isEqualTo(english);
        assertThat(Numbers.show(number, Language.ZH)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource({"4.8688E11, 486880000000", "16.50, 16.5", "-INF, -INF", "1E999999999, 1E999999999"})
    void programs_read_digits_alone(String number, String plain) {
        assertThat(Numbers.plain(number)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-12-31, 31 Dec 2022, 2022年12月31日",
        "2021-01-01, 1 Jan 2021, 2021年1月1日",
        "2023-02-30, 2023-02-30, 2023-02-30",
        "2022-12-31Z, 2022-12-31Z, 2022-12-31Z",
        "二〇二二年𠮷月三日, 二〇二二年𠮷月三日, 二〇二二年𠮷月三日",
        "'', '', ''"
    })
    void a_day_is_written_as_its_readers_write_it_and_what_is_no_day_stays(String day, String english, String chinese) {
        assertThat(Language.EN.day(day)).isEqualTo(english);
        assertThat(Language.ZH.day(day)).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource({"1, 100%", "1.0, 100%", "0.9999, 99.9%", "0.582, 58.2%", "0.5, 50%", "0, 0%", "'', ''"})
    void per_cent_is_rounded_down(String share, String shown) {
        for (Language language : Language.values()) {
            assertThat(Numbers.percent(share, language)).isEqualTo(shown);
        }
    }
}
