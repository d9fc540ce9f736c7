package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.engine.binding.Binding;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.query.Parameter;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.TestResults;
import org.zhice.query.contract.TestResults.TestResult;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.ZhiceServer;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.Result;
import org.zhice.store.memory.MemoryReleases;
import picocli.CommandLine;

/** Saved queries as contracts, from a build to a changed table: on the command line, in the store, over HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ContractTest {
    private static final String CHECKOUT = System.getProperty("zhice.home");
    private static final int FAULT = 1;
    private static final int WRONG_INPUT = 2;
    /** By the documents: task 38 of the 2019 plan is about genuine software, and led by the Publicity Department. */
    private static final String ROW = "2019-038,legal-software";

    private static final Map<String, String> GRLC_NAMES = Map.of("not_in", "notIn", "at_least", "atLeast");

    @TempDir
    static Path folder;

    private static Home home;
    private static SavedQueries queries;
    private static ZhiceServer server;

    private StringWriter err = new StringWriter();
    private StringWriter out = new StringWriter();

    @BeforeAll
    static void a_build_and_a_server() {
        home = new Home(Path.of(CHECKOUT)).copyTo(folder);
        System.setProperty("zhice.home", folder.toString());
        queries = SavedQueries.read(home.queries());
        BuildCommand.build(Zhice.commandLine().getSubcommands().get("build").getCommandSpec());
        server = ZhiceServer.start(home.config(), home.root(), 0);
    }

    @AfterAll
    static void stop() {
        System.setProperty("zhice.home", CHECKOUT);
        server.close();
    }

    @Test
    @Order(1)
    void a_build_keeps_what_came_of_running_each_query() throws IOException {
        Path build = home.stores().current().orElseThrow();
        Releases store = releases(build.resolve(StoreBuilder.NQUADS), build.resolve(StoreBuilder.CONTRACT));

        Map<String, TestResult> results = store.read(TestResults::in);

        assertThat(results.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        queries.all().stream().map(SavedQuery::id).toList());
        assertThat(queries.all())
                .allMatch(query -> results.get(query.id()).outcome().equals(query.needsNet() ? "untested" : "passed"));
        assertThat(results.get("tasks-on-a-topic").rows()).isEqualTo(3);
        assertThat(Files.readString(build.resolve(StoreBuilder.NQUADS))).doesNotContain("<http://www.w3.org/ns/earl#");
    }

    @Test
    @Order(2)
    void two_builds_give_the_same_release_with_the_descriptions_of_the_queries() throws IOException {
        Path first = home.stores().current().orElseThrow().resolve(StoreBuilder.NQUADS);

        assertThat(run("build")).isZero();

        Path second = home.stores().current().orElseThrow().resolve(StoreBuilder.NQUADS);
        assertThat(second).isNotEqualTo(first);
        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
        assertThat(Files.readString(second))
                .contains("<https://w3id.org/zhice/id/query/tasks-on-a-topic> <http://www.w3.org/ns/shacl#select>");
    }

    @Test
    @Order(2)
    void each_described_query_stands_by_itself_and_gives_the_same_answer() {
        Releases store = releases(home.stores().current().orElseThrow().resolve(StoreBuilder.NQUADS));
        Query descriptions = QueryFactory.create("""
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX schema: <https://schema.org/>
                SELECT ?query ?text (GROUP_CONCAT(?declaration; SEPARATOR = "") AS ?prefixes)
                WHERE {
                  ?query a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ;
                    sh:select ?text ; sh:prefixes/sh:declare ?d ; rdfs:comment ?en ; dcterms:description ?zh ; schema:target ?endpoint .
                  ?d sh:prefix ?prefix ; sh:namespace ?namespace .
                  FILTER(LANG(?en) = "en" && LANG(?zh) = "zh")
                  BIND(CONCAT("PREFIX ", ?prefix, ": <", STR(?namespace), "> ") AS ?declaration)
                }
                GROUP BY ?query ?text
                """);
        Result described = store.read(release -> release.select(descriptions));
        assertThat(described.rows()).hasSameSizeAs(queries.all());
        for (Binding row : described.rows()) {
            String id = row.get("query").getURI().replaceFirst(".*/", "");
            String text = row.get("text").getLiteralLexicalForm();
            String prefixes = row.get("prefixes").getLiteralLexicalForm();
            Query query = QueryFactory.create(text, Syntax.syntaxSPARQL_11);
            Query declared =
                    QueryFactory.create(prefixes + text.replaceAll("(?m)^PREFIX .*$", ""), Syntax.syntaxSPARQL_11);
            assertThat(Algebra.compile(declared)).as(id).isEqualTo(Algebra.compile(query));
            SavedQuery saved = queries.find(id).orElseThrow();
            if (saved.needsNet()) {
                continue;
            }
            assertThat(store.read(release -> release.select(query)).rows())
                    .as(id)
                    .isEqualTo(
                            store.read(release -> saved.run(release, Map.of())).rows());
        }
    }

    @Test
    @Order(3)
    void the_same_contract_holds_at_a_sparql_endpoint() {
        assertThat(run("check", "--queries", "--endpoint", server.url() + "sparql"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString().lines())
                .hasSameSizeAs(queries.all())
                .allMatch(line -> line.contains("✓ passes") || line.contains("– not tested"))
                .filteredOn(line -> !line.contains("✓ passes"))
                .hasSize(5);
    }

    @Test
    @Order(4)
    void a_query_is_asked_at_an_endpoint_by_the_names_that_it_knows() {
        assertThat(run("query", "tasks-on-a-topic", "--endpoint", server.url() + "sparql", "--topic", "𠮷"))
                .isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("--topic: found \"𠮷\"").contains("legal-software");
    }

    @ParameterizedTest
    @Order(5)
    @CsvSource({
        "nonsense, 2, 'found \"nonsense\", expected the address of a SPARQL endpoint'",
        "file:///etc/passwd, 2, 'expected the address of a SPARQL endpoint'",
        "http://, 2, 'expected the address of a SPARQL endpoint'",
        "CLOSED, 1, 'no answer'",
        "SERVERhealthz, 1, 'no SPARQL result'",
        "SERVERnothing, 1, 'HTTP status 404'"
    })
    void an_endpoint_that_is_none_is_told_in_one_line(String url, int exitCode, String message) throws IOException {
        String address = url.replace("SERVER", server.url()).replace("CLOSED", "http://localhost:" + freePort());

        assertThat(run("query", "tasks-by-chapter", "--endpoint", address)).isEqualTo(exitCode);

        assertThat(err.toString().strip()).contains(message).hasLineCount(1);
        assertThat(exitCode).isIn(FAULT, WRONG_INPUT);
    }

    @Test
    @Order(6)
    void other_tools_get_every_query_in_their_form() throws IOException {
        Path export = folder.resolve("export");

        assertThat(run("query", "--export", export.toString(), "--endpoint", server.url() + "sparql"))
                .isZero();

        Releases store = releases(home.stores().current().orElseThrow().resolve(StoreBuilder.NQUADS));
        for (SavedQuery query : queries.all()) {
            String wikidata = Files.readString(export.resolve("wikidata/" + query.id() + ".rq"));
            assertThat(QueryFactory.create(wikidata, Syntax.syntaxSPARQL_11).getResultVars())
                    .hasSameSizeAs(query.query().getResultVars())
                    .noneMatch(column -> query.query().getResultVars().contains(column.replaceFirst("_en$", ""))
                            && column.endsWith("_en"));
            assertThat(wikidata)
                    .startsWith("#title:" + query.about().title().en() + "\n#defaultView:")
                    .doesNotContain("#defaultView:Graph");
            requireSameInGrlc(query, Grlc.read(Files.readString(export.resolve("grlc/" + query.id() + ".rq"))), store);
        }
        assertThat(Files.readString(export.resolve("grlc/tasks-led-by-an-agency-in-a-year.rq")))
                .contains("#+ endpoint: " + server.url() + "sparql\n")
                .contains("?_agency_iri")
                .contains("?_year_integer")
                .contains("#+ - agency: https://w3id.org/zhice/id/agency/");
    }

    /** The parameters that grlc finds are ours, and with the defaults its query has our answer. */
    private static void requireSameInGrlc(SavedQuery query, Grlc grlc, Releases store) {
        assertThat(grlc.header().get("summary")).isEqualTo(query.about().title().en());
        assertThat(grlc.parameters().keySet())
                .as(query.id())
                .containsExactlyInAnyOrderElementsOf(query.parameters().stream()
                        .map(parameter -> GRLC_NAMES.getOrDefault(parameter.name(), parameter.name()))
                        .toList());
        for (Parameter parameter : query.parameters()) {
            Grlc.Parameter found = grlc.parameters().get(GRLC_NAMES.getOrDefault(parameter.name(), parameter.name()));
            boolean isThing = store.read(release -> parameter.choices(release).stream()
                    .anyMatch(choice -> choice.value().isURI()));
            assertThat(found.required()).as(found.written()).isEqualTo(parameter.required());
            assertThat(found.type())
                    .as(found.written())
                    .isEqualTo(parameter.type().isNumber() ? "integer" : isThing ? "iri" : "");
        }
        Query filled = QueryFactory.create(grlc.filled(grlc.defaults()), Syntax.syntaxSPARQL_11);
        assertThat(filled.getResultVars()).isEqualTo(query.query().getResultVars());
        if (!query.needsNet()) {
            assertThat(store.read(release -> release.select(filled)).rows())
                    .as(query.id())
                    .isEqualTo(
                            store.read(release -> query.run(release, Map.of())).rows());
        }
    }

    @Test
    @Order(7)
    void no_answer_differs_when_nothing_changed() {
        assertThat(run("check", "--queries", "--against")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("No answer differs from data/store/build-");
    }

    @Test
    @Order(8)
    void a_wrong_fact_fails_a_query_and_is_named_as_what_changed_the_answer() throws IOException {
        Path table = home.tables().resolve("task_topic.csv");
        assertThat(Files.readString(table)).contains(ROW + "\n");
        Files.writeString(table, Files.readString(table).replace(ROW + "\n", "2019-038,trade-secret\n"));

        assertThat(run("check", "--queries", "--against")).isEqualTo(WRONG_INPUT);

        assertThat(err.toString())
                .contains("queries/responsibility/tasks-on-a-topic.rq: found 2 rows, expected 3 rows")
                .contains(
                        "of which are missing [2019, task/2019-038, topic/legal-software, agency/publicity-department]");
        assertThat(out.toString())
                .containsPattern("tasks-on-a-topic +✗ fails +2 rows")
                .containsPattern("tasks-on-a-topic: -1 \\+0\n  - 2019 \\| task:2019-038 .* agency:publicity-department")
                .contains("    - task:2019-038 dcterms:subject topic:legal-software")
                .contains("    + task:2019-038 dcterms:subject topic:trade-secret");
    }

    @Test
    @Order(9)
    void a_wrong_answer_stops_no_build_but_is_told_and_kept() {
        assertThat(run("build")).isZero();
        assertThat(err.toString()).contains("queries/responsibility/tasks-on-a-topic.rq: found 2 rows");
        Path build = home.stores().current().orElseThrow();
        TestResult result = releases(build.resolve(StoreBuilder.CONTRACT))
                .read(TestResults::in)
                .get("tasks-on-a-topic");
        assertThat(result.outcome()).isEqualTo("failed");
        assertThat(result.rows()).isEqualTo(2);
    }

    @Test
    @Order(10)
    void an_earlier_build_that_is_not_there_is_wrong_input() {
        assertThat(run("check", "--queries", "--against", "build-𠮷")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).startsWith("--against: found \"build-𠮷\"");
        assertThat(run("check", "--against")).isEqualTo(WRONG_INPUT);
    }

    private static Releases releases(Path... nquads) {
        return MemoryReleases.read(List.of(nquads), "", Limits.read(home.config()));
    }

    private int run(String... args) {
        err = new StringWriter();
        out = new StringWriter();
        Locale.setDefault(Locale.ENGLISH);
        CommandLine command = Zhice.commandLine();
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(out, true));
        return command.execute(args);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
