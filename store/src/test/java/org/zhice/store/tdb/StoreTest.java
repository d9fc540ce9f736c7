package org.zhice.store.tdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreTest {
    static {
        JenaSystem.init();
    }

    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");

    @TempDir
    Path root;

    private DatasetGraph store;

    @BeforeEach
    void a_store_with_names_in_two_graphs() {
        StoreFiles files = new StoreFiles(root);
        Path build = files.fresh();
        store = StoreConfig.open(CONFIG, build);
        Txn.executeWrite(store, () -> {
            store.add(name("one", "国家知识产权局"));
            store.add(name("two", "最高人民法院"));
            store.add(name("two", "𠮷林省知识产权局"));
            store.add(noted("one"));
            store.add(noted("two"));
            UnionGraph.write(store, build);
        });
        files.publish(build);
    }

    @AfterEach
    void close() {
        StoreConfig.close(store);
    }

    @Test
    void a_plain_query_sees_all_named_graphs_and_each_triple_once() {
        assertThat(rows("SELECT ?s { ?s ?p ?o }")).hasSize(4);
        assertThat(rows("SELECT ?s { GRAPH ?g { ?s ?p ?o } }")).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"知识产权, 国家知识产权局 𠮷林省知识产权局", "知識產權, 国家知识产权局 𠮷林省知识产权局", "最高法院, 最高人民法院", "𠮷, 𠮷林省知识产权局", "院, 最高人民法院"})
    void either_script_and_one_character_find_the_names(String words, String expected) {
        String all = words.codePoints()
                .mapToObj(Character::toString)
                .reduce("", (query, character) -> query + " +" + character);
        assertThat(rows("PREFIX text: <http://jena.apache.org/text#> SELECT ?s { (?x ?score ?s) text:query '" + all
                        + "' } ORDER BY ?s"))
                .containsExactlyInAnyOrder(expected.split(" "));
    }

    @Test
    void current_moves_to_the_newest_build_and_two_builds_stay() throws Exception {
        StoreFiles files = new StoreFiles(root.resolve("other"));
        assertThat(files.current()).isEmpty();
        for (int i = 0; i < 4; i++) {
            Path build = files.fresh();
            files.publish(build);
            assertThat(files.current()).contains(build.toRealPath());
            Thread.sleep(2);
        }
        try (var left = Files.list(files.root())) {
            assertThat(left.filter(file -> !Files.isSymbolicLink(file))).hasSize(2);
        }
    }

    @Test
    void a_killed_build_takes_the_place_of_no_good_one_and_is_swept() throws Exception {
        StoreFiles files = new StoreFiles(root.resolve("other"));
        Path first = files.fresh();
        files.publish(first);
        Path killed = files.fresh();
        Files.writeString(killed.resolve("zhice.nq"), "𠮷");
        Path second = files.fresh();
        files.publish(second);

        assertThat(files.builds()).containsExactly(second, first);
        FolderLock lock = files.lock();
        assertThatThrownBy(files::lock).hasMessageContaining("found a build under way, expected one at a time");
        files.sweep();
        lock.close();
        files.lock().close();
        assertThat(killed).doesNotExist();
        assertThat(files.builds()).containsExactly(second, first);
    }

    @Test
    void the_newest_build_is_the_last_one_even_if_the_clock_is_set_back() throws Exception {
        StoreFiles files = new StoreFiles(root.resolve("other"));
        Path future = Files.createDirectories(root.resolve("other/build-29991231-235959-998"));
        files.publish(future);
        Path next = files.fresh();
        files.publish(next);

        assertThat(next).hasFileName("build-29991231-235959-999");
        assertThat(files.builds()).containsExactly(next, future);
        assertThat(files.fresh()).hasFileName("build-30000101-000000-000");
    }

    @Test
    void a_build_is_found_by_its_name_and_nothing_else_is() {
        StoreFiles files = new StoreFiles(root);
        Path build = files.current().orElseThrow();

        assertThat(files.build(build.getFileName().toString()))
                .contains(files.builds().get(0));
        assertThat(files.build("..")).isEmpty();
        assertThat(files.build("current")).isEmpty();
        assertThat(files.build("build-𠮷")).isEmpty();
        assertThat(new StoreFiles(root.resolve("nothing")).build("")).isEmpty();
    }

    private List<String> rows(String query) {
        return Txn.calculateRead(store, () -> {
            try (QueryExec exec = QueryExec.dataset(store).query(query).build()) {
                return exec.select().stream()
                        .map(row -> row.get("s"))
                        .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI())
                        .toList();
            }
        });
    }

    private static Quad noted(String graph) {
        return Quad.create(
                NodeFactory.createURI("https://w3id.org/zhice/graph/" + graph),
                NodeFactory.createURI("https://w3id.org/zhice/id/agency/1"),
                SKOS.note.asNode(),
                NodeFactory.createLiteralString("𠮷"));
    }

    private static Quad name(String graph, String name) {
        Node subject = NodeFactory.createURI("https://w3id.org/zhice/id/agency/" + name.codePointAt(0));
        return Quad.create(
                NodeFactory.createURI("https://w3id.org/zhice/graph/" + graph),
                subject,
                SKOS.prefLabel.asNode(),
                NodeFactory.createLiteralLang(name, "zh"));
    }
}
