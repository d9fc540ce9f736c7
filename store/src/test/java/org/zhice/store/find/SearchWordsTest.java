package org.zhice.store.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.store.find.SearchWords.Fault;
import org.zhice.store.find.SearchWords.FaultException;

class SearchWordsTest {
    @Test
    void words_and_phrases_are_folded() {
        SearchWords words = SearchWords.of("商標法* ＂Patent  Law＂ a/b patent:law \"");

        assertThat(words.words()).containsExactly("商标法", "a/b", "patent:law");
        assertThat(words.phrases()).containsExactly("patent law");
    }

    @ParameterizedTest
    @CsvSource({"'', BLANK", "' *?!\u200B', BLANK", "*法, STAR", "专*法, STAR"})
    void what_cannot_be_looked_for_is_told(String text, Fault fault) {
        assertThat(catchThrowableOfType(FaultException.class, () -> SearchWords.of(text))
                        .fault())
                .isEqualTo(fault);
    }

    @Test
    void too_much_is_refused_by_characters_and_not_by_their_parts() {
        assertThat(SearchWords.of("𠮷".repeat(SearchWords.LONGEST)).words()).hasSize(1);
        assertThat(catchThrowableOfType(FaultException.class, () -> SearchWords.of("法".repeat(SearchWords.LONGEST + 1)))
                        .fault())
                .isEqualTo(Fault.LONG);
    }
}
