package org.zhice.store.arq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.jena.query.QueryParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.store.Limits;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.QueryLimits;

class ClientQueryTest {
    private static final QueryLimits LIMITS = Limits.read(
                    Path.of(System.getProperty("zhice.home"), "fuseki-config/zhice.ttl"))
            .query();

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            ASK {} # |x|                                                       @ 199991 @ CHARACTERS
            SELECT * { ?s ?p ?o |. <a:b> <a:c> "𠮷"| }                          @   1996 @ ELEMENTS
            CONSTRUCT { ?s ?p ?o |. <a:b> <a:c> %d| } { ?s ?p ?o }             @   1995 @ ELEMENTS
            SELECT * { VALUES (?x ?y ?z) { |(1 2 3) |} }                       @   3333 @ VALUES
            SELECT * { |BIND(1 AS ?b%d) |}                                     @   1000 @ BINDINGS
            SELECT |(1 AS ?x%d) |{}                                            @   1000 @ BINDINGS
            ASK |{|  |}|                                                       @    200 @ NESTING
            ASK { FILTER(1 = 1 |+ 1|) }                                        @    196 @ NESTING
            ASK { |OPTIONAL { ?s ?p ?o | |}| }                                 @     99 @ NESTING
            ASK { ?s ?p "𠮷" |MINUS { ?s ?p ?o | |}| }                          @     99 @ NESTING
            SELECT * { |?s%d ?p%d ?o%d . |}                                    @   1997 @ ELEMENTS
            ASK { |FILTER NOT EXISTS { | ?s ?p ?o |}| }                        @      6 @ EXISTS
            ASK { ?s <a:p>|/<a:p>| ?o }                                        @     31 @ PATH
            ASK { ?s !(<a:p>|%b<a:p>|) ?o }                                     @     62 @ PATH
            ASK { ?s ?p ?o FILTER(?o IN (1|, %d|)) }                           @   1998 @ LIST
            SELECT (CONCAT("a"|, "a"|) AS ?x) {}                               @   1999 @ LIST
            SELECT * { ?s ?p ?o } ORDER BY |?s |                               @   2000 @ LIST
            SELECT * { VALUES ?x { |1 |} }                                     @  10000 @ VALUES
            SELECT * { ?s ?p ?o } VALUES ?x { |1 |}                            @  10000 @ VALUES
            SELECT * { { } |UNION { } | }                                      @    199 @ BRANCHES
            SELECT (REGEX("a", "a?|a|") AS ?x) {}                              @    998 @ PATTERN
            SELECT |?x%d |{}                                                   @   2000 @ LIST
            SELECT (1|1| AS ?x) {}                                             @    999 @ DIGITS
            ASK { FILTER("|1|"^^<http://www.w3.org/2001/XMLSchema#integer> > 1) } @ 1000 @ DIGITS
            """)
    void as_much_as_is_allowed_is_read_and_one_more_is_refused(String text, int most, Cost cost) {
        assertThat(ClientQuery.parse(repeated(text, most), LIMITS)).isNotNull();
        assertThatThrownBy(() -> ClientQuery.parse(repeated(text, most + 1), LIMITS))
                .isInstanceOfSatisfying(QueryCostException.class, refused -> {
                    assertThat(refused.cost()).isEqualTo(cost);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            SELECT * { ?s ?p ?o } OFFSET 1000001                          @ OFFSET
            SELECT * { { SELECT ?s { ?s ?p ?o } OFFSET 1000000000 } }     @ OFFSET
            SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 999999 OFFSET 2       @ SORTED
            """)
    void rows_that_would_have_to_be_skipped_or_sorted_are_limited(String text, Cost cost) {
        assertThatThrownBy(() -> ClientQuery.parse(text, LIMITS))
                .isInstanceOfSatisfying(
                        QueryCostException.class,
                        refused -> assertThat(refused.cost()).isEqualTo(cost));
    }

    /** The year counts as 366 days and the month as 31: whoever compares two goes through them month by month. */
    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            ASK { FILTER("P%dD"^^xsd:dayTimeDuration > ?x) }             @ 400000
            ASK { FILTER("-PT%dH"^^xsd:dayTimeDuration > ?x) }           @ 9600000
            ASK { BIND("P%dM"^^xsd:yearMonthDuration AS ?x) }            @ 12903
            ASK { { VALUES (?x ?y) { ("𠮷" "P%dD"^^xsd:duration) } } }   @ 400000
            ASK {} VALUES ?x { "P1D"^^xsd:duration "P%dD"^^xsd:duration }  @ 400000
            """)
    void duration_is_as_long_as_allowed(String text, long most) {
        String query = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> " + text;

        assertThat(ClientQuery.parse(query.replace("%d", "" + most), LIMITS)).isNotNull();
        String longer = query.replace("%d", "" + (most + 1));
        assertThatThrownBy(() -> ClientQuery.parse(longer, LIMITS))
                .isInstanceOfSatisfying(
                        QueryCostException.class,
                        refused -> assertThat(refused.cost()).isEqualTo(Cost.DURATION));
    }

    /** Brackets, signs and words in comments, texts and names are none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK {} # |(|",
                "SELECT (\"|(|\" AS ?x) {}",
                "SELECT ('''|('\"|''' AS ?x) {}",
                "ASK { ?s <a:b#|(|> ?o }",
                "ASK { ?s ?p \"|\\\" AS AS |\" }",
                "ASK { ?s ?p \"|1234567890|\" }",
                "ASK { ?s ?p ?o FILTER(?o < 1 && \"|(|\" > ?o) }",
            })
    void only_what_is_syntax_counts(String text) {
        assertThat(ClientQuery.parse(repeated(text, 1_500), LIMITS)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT (<java:java.lang.System.nanoTime>() AS ?x) {}",
                "SELECT (<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) {}",
                "SELECT (<http://www.w3.org/2005/xpath-functions#apply>(<a:b>) AS ?x) {}",
                "SELECT * { ?s ?p ?o } ORDER BY <a:b>(?o)",
                "SELECT (1 AS ?x) { ?s ?p ?o } GROUP BY <a:b>(?o)",
                "SELECT (SUM(<a:b>(?o)) AS ?n) { ?s ?p ?o } HAVING(<a:b>(1))",
                "ASK { FILTER NOT EXISTS { BIND(<a:b>(1) AS ?x) } }",
                "ASK { { SELECT (<a:b>(1) AS ?x) {} } }",
                "ASK { OPTIONAL { BIND(<a:b>(1) AS ?x) } }",
                "ASK { ?s ?p ?o MINUS { ?s ?p ?o FILTER(<a:b>(?o)) } }",
                "ASK { { ?s ?p ?o } UNION { GRAPH ?g { BIND(<a:b>(1) AS ?x) } } }",
                "ASK { OPTIONAL { ?x <java:org.apache.jena.sparql.pfunction.library.bag> ?y } }",
                "ASK { ?x <java:org.apache.jena.sparql.pfunction.library.bag> ?y }",
                "ASK { ?x <http://jena.apache.org/ARQ/property#strSplit> (\"a b\" \" \") }",
                "ASK { ?x ^<http://jena.apache.org/ARQ/property#strSplit> ?y }",
                "ASK { ?x (<a:b>|<java:org.apache.jena.sparql.pfunction.library.bag>)+ ?y }",
                "SELECT (<a:b>(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
                "SELECT (<http://jena.apache.org/ARQ/function/aggregate#stdev>(DISTINCT ?o) AS ?n) { ?s ?p ?o }",
            })
    void function_that_is_not_for_queries_is_named(String text) {
        assertThatThrownBy(() -> ClientQuery.parse(text, LIMITS)).isInstanceOf(QueryRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { ?s <a:b>{3} ?o }",
                "SELECT * { ?s ?p ?o LATERAL { ?s ?q ?x } }",
                "JSON { 'a' : ?s } WHERE { ?s ?p ?o }",
                "ASK { << <a:b> <a:c> 1 >> ?p ?o }",
                "SELECT * { ?s ?p",
                "",
                "(",
                "\\",
                "\"",
                "<",
            })
    void what_is_not_sparql_1_1_is_refused(String text) {
        assertThatThrownBy(() -> ClientQuery.parse(text, LIMITS)).isInstanceOf(QueryParseException.class);
    }

    @Test
    void text_search_is_read_in_both_its_forms() {
        String text = "PREFIX text: <http://jena.apache.org/text#> "
                + "SELECT * { ?s text:query \"专利\" . (?t ?score) text:query (?p \"𠮷\" 10) }";
        assertThat(ClientQuery.parse(text, LIMITS).isSelectType()).isTrue();
    }

    /** As deep as this the parser has no stack left. */
    @Test
    void nothing_is_too_deep_to_be_refused() {
        for (String part : new String[] {"1+", "1*", "true||", "^", "-1+(", "STR("}) {
            String text = part.equals("^")
                    ? "ASK { ?s " + part.repeat(100_000) + "<a:p> ?o }"
                    : "ASK { FILTER(" + part.repeat(20_000) + "1) }";
            assertThatThrownBy(() -> ClientQuery.parse(text, LIMITS))
                    .as(part)
                    .isInstanceOfAny(QueryCostException.class, QueryParseException.class);
        }
    }

    /** What stands between bars so many times; %d is its number, %b a bar. */
    private static String repeated(String text, int times) {
        String[] pieces = text.split("[|]", -1);
        StringBuilder whole = new StringBuilder();
        for (int i = 0; i < pieces.length; i++) {
            for (int n = 0; n < (i % 2 == 0 ? 1 : times); n++) {
                whole.append(pieces[i].replace("%d", "" + n).replace("%b", "|"));
            }
        }
        return whole.toString();
    }
}
