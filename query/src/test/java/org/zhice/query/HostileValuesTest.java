package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhice.store.Releases;

/** Whatever is given for whichever parameter: the query stays the query, or the value is refused. */
class HostileValuesTest {
    private static final Releases STORE = CheckoutQueriesTest.store();
    private static final List<String> PIECES = List.of(
            "\"",
            "'",
            "'''",
            "\"\"\"",
            "\\",
            "\\u0022",
            "\\\"",
            "{",
            "}",
            "} #",
            "#",
            "<",
            ">",
            "> . ?s ?p ?o",
            "\n",
            "\r",
            "\t",
            "\0",
            "\u0007",
            "\u2028",
            "\ufeff",
            "𠮷",
            "\ud800",
            "\udc00",
            "?year",
            "$x",
            "${x}",
            "%27",
            ";",
            "--",
            "/*",
            "@zh",
            "^^<x>",
            "UNION {",
            "SERVICE <http://localhost/>",
            "https://w3id.org/a b",
            "https://w3id.org/zhice/id/agency/cnipa> ?p ?o . <x",
            "agency:cnipa",
            " ",
            "1",
            "-",
            "cnipa",
            "国");
    private static final Random RANDOM = new Random(20_261_123);

    /** Free texts are rare among the saved queries, so one is added that takes any. */
    @TestFactory
    Stream<DynamicTest> no_value_changes_a_query() {
        List<SavedQuery> queries = new ArrayList<>(CheckoutQueriesTest.queries());
        queries.add(MadeUpGraph.query("words"));
        assertThat(queries).hasSizeGreaterThan(40);
        List<String> values = values();
        return queries.stream()
                .flatMap(query -> query.parameters().stream()
                        .map(parameter -> dynamicTest(
                                query.id() + " " + parameter.name(),
                                () -> values.forEach(value -> hold(query, parameter.name(), value)))));
    }

    private static void hold(SavedQuery query, String parameter, String value) {
        try {
            STORE.read(release -> query.run(release, Map.of(parameter, value)));
            String text = text(query, parameter, value);
            assertThat(skeleton(text)).isEqualTo(skeleton(text(query, parameter, harmless(query, parameter, value))));
            assertThat(QueryFactory.create(text, Syntax.syntaxSPARQL_11).getResultVars())
                    .isEqualTo(query.query().getResultVars());
        } catch (BadParameterException e) {
            assertThat(e.parameter()).isEqualTo(parameter);
            assertThat(e.getMessage()).hasSizeLessThan(700);
        }
    }

    private static String text(SavedQuery query, String parameter, String value) {
        return STORE.read(release -> query.boundText(release, Map.of(parameter, value)));
    }

    /** A listed value that was accepted is one of the list; of a free text any other will do. */
    private static String harmless(SavedQuery query, String parameter, String value) {
        boolean free = query.parameters().stream()
                .filter(known -> known.name().equals(parameter))
                .allMatch(known -> known.values().isEmpty() && known.type().equals(ParameterType.TEXT));
        return free && !value.isBlank() ? "x" : value;
    }

    /** The text with every string in it emptied, read by the grammar of strings alone. */
    private static String skeleton(String sparql) {
        StringBuilder rest = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < sparql.length(); i++) {
            char c = sparql.charAt(i);
            if (inString && c == '\\') {
                i++;
            } else if (c == '"') {
                inString = !inString;
                rest.append(c);
            } else if (!inString) {
                rest.append(c);
            }
        }
        return rest.toString();
    }

    private static List<String> values() {
        List<String> values = new ArrayList<>(PIECES);
        for (int i = 0; i < 15; i++) {
            StringBuilder value = new StringBuilder();
            for (int piece = RANDOM.nextInt(6) + 2; piece > 0; piece--) {
                value.append(PIECES.get(RANDOM.nextInt(PIECES.size())));
            }
            values.add(value.toString());
        }
        values.add("\"} #".repeat(250_000));
        return values;
    }
}
