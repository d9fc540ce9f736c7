package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Releases;

/** The saved queries that come with the checkout. */
class CheckoutQueriesTest {
    private static final Releases STORE = store();
    private static final List<SavedQuery> QUERIES = SavedQueries.read(
                    Path.of(System.getProperty("zhice.home"), "queries"))
            .all();

    @TestFactory
    Stream<DynamicTest> has_a_title_a_summary_and_a_tag() {
        return each(query -> {
            assertThat(query.text())
                    .contains("#+ summary: " + query.about().title().en() + "\n");
            assertThat(query.about().question().en()).endsWith("?");
            assertThat(query.about().question().zh()).endsWith("？");
            assertThat(query.about().tags()).isNotEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> has_an_order() {
        return each(query -> assertThat(query.query().hasOrderBy()).isTrue());
    }

    @TestFactory
    Stream<DynamicTest> declares_the_prefixes_it_uses_and_no_other() {
        return each(query -> query.query()
                .getPrefixMapping()
                .getNsPrefixMap()
                .keySet()
                .forEach(prefix -> assertThat(query.text().split("\\b" + prefix + ":"))
                        .as(prefix)
                        .hasSizeGreaterThan(2)));
    }

    @TestFactory
    Stream<DynamicTest> names_its_columns_for_people() {
        return each(query -> assertThat(query.query().getResultVars())
                .map(column -> column.replaceFirst("_(en|zh)$", ""))
                .allMatch(query.about().columns()::containsKey));
    }

    @TestFactory
    Stream<DynamicTest> answers_with_its_defaults() {
        return each(query -> assertThat(query.needsNet()
                        || !STORE.read(release -> query.run(release, Map.of()))
                                .rows()
                                .isEmpty())
                .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> gives_the_same_answer_as_text_with_its_values() {
        return each(query -> {
            String text = STORE.read(release -> query.boundText(release, Map.of()));
            assertThat(QueryFactory.create(text, Syntax.syntaxSPARQL_11).getResultVars())
                    .isEqualTo(query.query().getResultVars());
        });
    }

    private static Stream<DynamicTest> each(Consumer<SavedQuery> check) {
        assertThat(QUERIES).isNotEmpty();
        return QUERIES.stream().map(query -> DynamicTest.dynamicTest(query.id(), () -> check.accept(query)));
    }

    static List<SavedQuery> queries() {
        return QUERIES;
    }

    static Releases store() {
        return MadeUpGraph.releases("content.trig", "further.trig");
    }
}
