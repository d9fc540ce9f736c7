package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.query.expect.Difference;
import org.zhice.query.expect.Expectation;
import org.zhice.store.Result;

class ExpectationTest {
    static {
        JenaSystem.init();
    }

    private static final String ROWS = "name,n\n𠮷,1.50\n乙,\n";
    private static final Result ANSWER = answer("(row (?name \"𠮷\"@zh) (?n 1.5) (?more 1))", "(row (?name \"乙\"))");

    @ParameterizedTest
    @CsvSource({"empty, false", "non-empty, true", "2, true", "3, false", "1..2, true", "3..9, false", "0..1, false"})
    void a_count_is_judged(String expect, boolean passes) {
        assertThat(Expectation.of(expect, "").judge(ANSWER).isEmpty()).isEqualTo(passes);
    }

    @Test
    void rows_are_compared_in_the_columns_that_are_given_and_numbers_by_value() {
        assertThat(Expectation.of("x.expected.csv", ROWS).judge(ANSWER)).isEmpty();
    }

    @Test
    void a_missing_row_and_one_too_many_are_named() {
        assertThat(Expectation.of("x.expected.csv", "name\n𠮷\n丙\n").judge(ANSWER))
                .hasValue(new Difference("2 rows, among them [乙]", "2 rows, of which are missing [丙]"));
    }

    @Test
    void another_order_is_a_difference() {
        assertThat(Expectation.of("x.expected.csv", "name\n乙\n𠮷\n").judge(ANSWER))
                .hasValue(new Difference("row 1 is [𠮷]", "there [乙]"));
    }

    @Test
    void rows_that_must_be_among_the_answer_may_have_any_order_and_company() {
        assertThat(Expectation.of("contains x.expected.csv", "name\n乙\n").judge(ANSWER))
                .isEmpty();
        assertThat(Expectation.of("contains x.expected.csv", "name\n丙\n").judge(ANSWER))
                .hasValue(new Difference("2 rows", "among them 1 rows, of which are missing [丙]"));
    }

    @Test
    void an_address_is_written_without_our_base() {
        Result answer = answer("(row (?name <https://w3id.org/zhice/id/agency/cnipa>))");
        assertThat(Expectation.of("x.expected.csv", "name\nagency/cnipa\n").judge(answer))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5..3           | ''           | 5 is more than 3
            x.expected.csv | name         | there are no rows
            x.expected.csv | 'name,n\na'  | row 1 has 1 cells, not 2
            """)
    void an_expectation_without_sense_is_refused(String expect, String csv, String message) {
        assertThatThrownBy(() -> Expectation.of(expect, csv.replace("\\n", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static Result answer(String... rows) {
        List<Binding> bindings = Stream.of(rows).map(SSE::parseBinding).toList();
        return new Result(List.of(Var.alloc("name"), Var.alloc("n"), Var.alloc("more")), bindings, true);
    }
}
