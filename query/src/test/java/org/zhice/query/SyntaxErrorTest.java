package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.query.SyntaxError.Fault;
import org.zhice.store.Limits;
import org.zhice.store.QueryLimits;
import org.zhice.store.arq.ClientQuery;

/** Each mistake has its place, counted by hand, and what is wrong there. */
class SyntaxErrorTest {
    private static final QueryLimits LIMITS = Limits.read(
                    Path.of(System.getProperty("zhice.home"), "fuseki-config/zhice.ttl"))
            .query();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT ?s { ?s ?p “甲” }                            | 19 | LOOKALIKE | “ (U+201C) | \"",
                "SELECT ?s { ?s ?p '甲’ . ?s ?p ?o }                  | 19 | OPEN      | '甲’ . ?s ?p ?o } |",
                "SELECT ?s { ?s ?p ?o （?s） }                       | 22 | LOOKALIKE | （ (U+FF08) | (",
                "SELECT ?s { ?s ?p ?o FILTER(?o ＝ 1) }              | 32 | LOOKALIKE | ＝ (U+FF1D) | =",
                "SELECT ?s { ?s ?p 1 ，?o }                          | 21 | LOOKALIKE | ， (U+FF0C) | ,",
                "SELECT ?s { ?s ?p \"𠮷\" ； }                          | 23 | LOOKALIKE | ； (U+FF1B) | ;",
                "SELECT “                                            | 8  | LOOKALIKE | “ (U+201C) | \"",
                "SELECT * { ?s ?p ？                                  | 18 | LOOKALIKE | ？ (U+FF1F) | ?",
                "SELECT * { ?s ?p §                                   | 18 | CHARACTER | § (U+00A7) |",
                "SELECT * { ?s ?p 𠮷                                  | 18 | WORD      | 𠮷 |",
                "SELECT ?s { ?s ?p § }                               | 19 | CHARACTER | § (U+00A7) |",
                "SELEKT ?s { ?s ?p ?o }                              | 1  | WORD      | SELEKT |",
                "SELECT ?s { ?s 专利 ?o }                            | 16 | WORD      | 专利 |",
                "SELECT ?s { ?s ?p }                                 | 19 | TOKEN     | } | <iri>  prefix:name  _:label  ?variable  TRUE  FALSE  1  \"text\"  (  ()  [  []",
                "ASK { ?s ?p ?o }}                                   | 17 | TOKEN     | } | (end)  LIMIT  OFFSET  ORDER  VALUES  GROUP  HAVING",
                "SELECT * { ?s ?p ?o } LIMIT -1                      | 29 | TOKEN     | -1 | 1",
                "SELECT * { ?s ?p ?o } ORDER                         | 28 | END       | `` | BY",
                "SELECT ?s { ?s ?p \"abc }                           | 19 | OPEN      | \"abc } |",
                "SELECT ?s { ?s ?p 'a\\q' }                          | 21 | ESCAPE    | \\q |",
                "SELECT * { ?s x:y ?o }                              | 15 | PREFIX    | x:y |",
                "SELECT ?s { ?s ?p ?o BIND(1 AS ?s) }                | 32 | ASSIGNED  | ?s |",
                "SELECT (1 AS ?x) (2 AS ?x) {}                       | 24 | ASSIGNED  | ?x |",
                "SELECT (1 AS ?o) { ?s ?p ?o }                       | 14 | ASSIGNED  | ?o |",
                "SELECT * { VALUES (?a ?a) { (1 2) } }               | 20 | ASSIGNED  | ?a |",
                "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s | 8  | UNGROUPED | ?p |",
                "SELECT * { ?s ?p ?o } GROUP BY ?s                   | 8  | STAR      | * |",
                "SELECT * { VALUES (?a ?b) { (1) } }                 | 31 | VALUES    | 2 | 1",
                "SELECT * { _:a ?p ?o . { _:a ?q ?r } }              | 26 | BLANK     | _:a |",
                "SELECT * { ?s ?p ?o FILTER(COUNT(?s) > 1) }         | 28 | AGGREGATE | `` |",
                "SELECT (SUM(COUNT(?x)) AS ?y) {}                    | 13 | AGGREGATE | `` |",
            })
    void a_mistake_is_told_at_its_place(String query, int column, Fault fault, String found, String expected) {
        SyntaxError error = error(query);

        assertThat(error).as("%s", error).satisfies(one -> {
            assertThat(one.fault()).isEqualTo(fault);
            assertThat(one.line()).isEqualTo(1);
            assertThat(one.column()).isEqualTo(column);
            assertThat(one.found()).isEqualTo(found == null ? "" : found);
            assertThat(one.expected()).isEqualTo(expected == null ? "" : expected);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT ?s { ?s ?p ?o FILTER REGEX(?o, \"(𠮷\") }                      | 39 | PATTERN     | (𠮷",
                "SELECT ?s { ?s ?p ?o FILTER REGEX(\"(\", ?o) FILTER REGEX(?o, \"(\") } | 61 | PATTERN     | (",
                "SELECT (<http://www.w3.org/2005/xpath-functions#matches>(?x, \"[\") AS ?y) {} | 62 | PATTERN | [",
                "SELECT (REGEX(\"a\", ?x, \"ig\") AS ?y) {}                            | 24 | FLAGS       | ig",
                "SELECT (REPLACE(\"a\", \"b\", \"c\", \"g\") AS ?y) {}                  | 32 | FLAGS       | g",
                "SELECT (STRLANG(\"a\", \"en us\") AS ?y) {}                           | 22 | TAG         | en us",
            })
    void an_argument_that_can_never_be_right_is_told_at_its_place(String query, int column, Fault fault, String found) {
        QueryException e = catchThrowableOfType(QueryException.class, () -> ClientQuery.parse(query, LIMITS));

        SyntaxError error = SyntaxError.of(e, query);

        assertThat(error.fault()).as("%s", error).isEqualTo(fault);
        assertThat(error.line()).isEqualTo(1);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.found()).isEqualTo(found);
    }

    /** What depends on a row may be right in another, and what is written may be right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (REGEX(\"(\", ?x) AS ?y) {}",
                "SELECT (REGEX(?x, \"a b\", \"smixq\") AS ?y) {}",
                "SELECT (REGEX(?x, \"(\", \"q\") AS ?y) {}",
                "SELECT (REPLACE(?x, \"(a)(b)?\", \"$2$1\\\\$\") AS ?y) {}",
                "SELECT (STRLANG(?x, \"zh-Hans-CN\") AS ?y) {}",
                "SELECT (STRLANG(?x, ?tag) AS ?y) {}",
            })
    void an_argument_that_can_be_right_is_none(String query) {
        assertThat(ClientQuery.parse(query, LIMITS).isSelectType()).isTrue();
    }

    @Test
    void lines_are_counted_by_any_sign_of_their_end_and_comments_are_passed_over() {
        assertThat(error("# AS ?s\r\nSELECT ?s # ?s\rWHERE {\n ?s ?p ?o BIND(1 AS ?s) }"))
                .satisfies(error -> assertThat(error.line()).isEqualTo(4))
                .satisfies(error -> assertThat(error.column()).isEqualTo(21));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * { ?s ?p ?o } LIMIT 99999999999999999999",
                "INSERT DATA { <a:a> <a:a> 1 }",
                "''",
                "SELECT",
                "\\",
                "?"
            })
    void nothing_is_ever_told_at_a_place_that_is_none(String query) {
        SyntaxError error = error(query);

        assertThat(error.line()).isPositive();
        assertThat(error.column()).isPositive();
        assertThat(error.reason()).isNotBlank().doesNotContain("-1");
    }

    @Test
    void a_wrong_pattern_is_told_without_names_of_java() {
        SyntaxError error = error("SELECT (REGEX(\"a\", \"(\") AS ?x) {}");

        assertThat(error.column()).isEqualTo(20);
        assertThat(error.reason()).contains("Unclosed group").doesNotContain("java.", "Exception:");
    }

    private static SyntaxError error(String query) {
        QueryException thrown = catchThrowableOfType(
                QueryException.class, () -> QueryFactory.create(query, "http://x/", Syntax.syntaxSPARQL_11));
        assertThat(thrown).as("no error in %s", query).isNotNull();
        return SyntaxError.of(thrown, query);
    }
}
