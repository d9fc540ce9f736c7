package org.zhice.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The saved queries that come with the checkout. */
class CheckoutQueriesTest {
    static {
        JenaSystem.init();
    }

    private static final DatasetGraph STORE = store();
    private static final List<SavedQuery> QUERIES = SavedQueries.read(
                    Path.of(System.getProperty("zhice.home"), "queries"))
            .all();

    @TestFactory
    Stream<DynamicTest> has_a_title_a_summary_and_a_tag() {
        return each(query -> {
            assertThat(query.text()).contains("#+ summary: " + query.title().en() + "\n");
            assertThat(query.question().en()).endsWith("?");
            assertThat(query.question().zh()).endsWith("？");
            assertThat(query.tags()).isNotEmpty();
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
                .allMatch(query.columns()::containsKey));
    }

    @TestFactory
    Stream<DynamicTest> answers_with_its_defaults() {
        return each(query -> assertThat(query.run(STORE, Map.of()).rows()).isNotEmpty());
    }

    @TestFactory
    Stream<DynamicTest> gives_the_same_answer_as_text_with_its_values() {
        return each(query -> {
            String text = query.boundText(STORE, Map.of());
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

    /** A query that is made for tests. */
    static SavedQuery ofTests(String id) {
        try {
            return SavedQuery.read(Path.of(CheckoutQueriesTest.class
                    .getResource("../queries/" + id + ".rq")
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static DatasetGraph store() {
        DatasetGraph store = DatabaseMgr.createDatasetGraph();
        Stream.of("../graph.trig", "content.trig", "further.trig")
                .map(name -> CheckoutQueriesTest.class.getResource(name).toString())
                .forEach(file -> store.executeWrite(() -> RDFDataMgr.read(store, file)));
        store.getContext().set(TDB2.symUnionDefaultGraph, true);
        return store;
    }
}
