package org.zhice.store.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdleStepsTest {
    private static final double ALLOWED = 1_000;

    /** The part between @ can match nothing in two ways or more, so that forty in a row do so in a million millions. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "@(|)@x",
                "@(a?|b?)@",
                "@(?:|)@",
                "@(?i:a?|b?)@",
                "@(a*)?@",
                "@((a|b)?|c)?@",
                "@(^|$)@",
                "@(\\b|\\B)@",
                "@((?=a)|(?!b))@",
                "@((?<=a)|(?<!b)|(?>))@",
                "()@(\\1|\\1)@",
                "(?<n>)@(\\k<n>|\\k<n>)@",
                "@([]|)]*|x?)@",
                "@([^]|)]*|[a[^]]]?)@",
                "@(\\p{L}?|\\x{4E13}?|\\[)?@",
                "(?x) # (\n@( a ? | b ? )@",
                "(?x: # (\n @(a?|b?)@)",
                "@(\\Q(\\E|)?@",
                "(a?|b?){40}",
                "@(a?|b?){2}@",
                "@(a?+|b*?)@",
                ".*(){1000000}!$",
                "((((a?|b?)*|c*)*|d*)*){20}",
            })
    void what_can_match_nothing_in_many_ways_takes_many_steps(String text) {
        String[] parts = text.split("@", -1);
        String pattern = parts.length == 1 ? text : parts[0] + parts[1].repeat(40) + parts[2];

        assertThat(steps(pattern)).as(pattern).isGreaterThan(ALLOWED);
    }

    /** As they are written to find something. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "专利",
                "^https?://([^/?#]+)(/[^?#]*)?(\\?[^#]*)?(#.*)?$",
                "(.*a){25}b",
                "^(a|aa)+$",
                "\\s*+(\\w*+\\s*+)*+",
                "(\\d{4})(-\\d{2}){0,2}",
                "((a{1,100}){1,100}){1,100}b",
                "(a?){50}(b*){20}",
                "^(()|())*$",
                "(a?|b?|)*",
                "(?x) a * + # a comment (|)(|)(|)(|)(|)(|)(|)(|)(|)(|)\n b",
                "\\Q(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)\\E",
                "[(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)]",
                "𠮷?𠮷*[𠮷国]+\\p{IsHan}{2,}",
                "",
            })
    void what_looks_for_characters_takes_few(String pattern) {
        assertThat(steps(pattern)).isLessThan(ALLOWED);
    }

    /** By hand: one step for each part that is tried, in each way in which what is before it has matched nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            a        @ 1
            ab       @ 1
            ^ab      @ 2
            a|b|c    @ 3
            ^^^a     @ 4
            (^|$)a   @ 4
            (^|$)(^|$)a @ 10
            """)
    void steps_are_counted(String pattern, double steps) {
        assertThat(steps(pattern)).isEqualTo(steps);
    }

    private static double steps(String pattern) {
        return IdleSteps.of(Pattern.compile(pattern).pattern(), false);
    }
}
