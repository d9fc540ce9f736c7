package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhice.loader.Loader;
import org.zhice.loader.build.KnowledgeGraph;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.server.contract.Contract;
import org.zhice.server.contract.Verdict;
import org.zhice.server.contract.Verdict.Outcome;
import org.zhice.server.query.Engine;
import org.zhice.server.query.RemoteEngine;
import org.zhice.server.query.Result;
import org.zhice.server.query.SavedQueries;
import org.zhice.server.query.SavedQuery;

/** The saved queries as they would be sent, on an engine that shares no code with ours. */
class SecondEngineTest {
    private static final Home HOME = new Home(Path.of(System.getProperty("zhice.home")));
    private static final SailRepository RDF4J = new SailRepository(new MemoryStore());

    private static Engine jena;

    @BeforeAll
    static void the_shipped_data_in_both() throws Exception {
        KnowledgeGraph graph = new Loader(HOME, Progress.NONE).check();
        jena = Release.of(graph.quads());
        try (RepositoryConnection connection = RDF4J.getConnection()) {
            connection.add(new StringReader(String.join("\n", graph.nquads())), "", RDFFormat.NQUADS);
            assertThat(connection.size()).isEqualTo(graph.quads().size());
        }
    }

    @AfterAll
    static void close() {
        RDF4J.shutDown();
    }

    @TestFactory
    Stream<DynamicTest> each_gives_the_same_answer() {
        List<SavedQuery> portable = SavedQueries.read(HOME.queries()).all().stream()
                .filter(query -> !query.sparql().contains("text:query"))
                .toList();
        assertThat(portable).hasSizeGreaterThan(40);
        return portable.stream().map(query -> dynamicTest(query.id(), () -> compare(query)));
    }

    private static void compare(SavedQuery query) {
        Verdict verdict = Contract.run(query, SecondEngineTest::select);
        assertThat(verdict.outcome()).as(verdict.difference().toString()).isEqualTo(Outcome.PASSED);
        assertThat(texts(query.run(SecondEngineTest::select, Map.of()))).isEqualTo(texts(query.run(jena, Map.of())));
    }

    private static List<List<String>> texts(Result result) {
        return result.rows().stream()
                .map(row -> result.columns().stream()
                        .map(column -> text(row.get(column)))
                        .toList())
                .toList();
    }

    /** A number by its value: 1.50 and 1.5 are the same answer. */
    private static String text(Node node) {
        if (node == null) {
            return "";
        }
        boolean isNumber = node.isLiteral() && node.getLiteralValue() instanceof Number;
        return isNumber
                ? new BigDecimal(node.getLiteralLexicalForm())
                        .stripTrailingZeros()
                        .toPlainString()
                : node.toString();
    }

    private static Result select(Query query) {
        List<Var> columns = Var.varList(query.getResultVars());
        try (RepositoryConnection connection = RDF4J.getConnection();
                TupleQueryResult rows =
                        connection.prepareTupleQuery(RemoteEngine.text(query)).evaluate()) {
            return new Result(columns, rows.stream().map(SecondEngineTest::row).toList(), true);
        }
    }

    private static Binding row(BindingSet row) {
        BindingBuilder binding = Binding.builder();
        row.forEach(cell -> binding.add(Var.alloc(cell.getName()), node(cell.getValue())));
        return binding.build();
    }

    private static Node node(Value value) {
        if (value instanceof Literal literal) {
            return literal.getLanguage()
                    .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
                    .orElseGet(() -> typed(literal));
        }
        return value instanceof BNode blank
                ? NodeFactory.createBlankNode(blank.getID())
                : NodeFactory.createURI(value.stringValue());
    }

    private static Node typed(Literal literal) {
        String type = literal.getDatatype().stringValue();
        return NodeFactory.createLiteralDT(
                literal.getLabel(), TypeMapper.getInstance().getSafeTypeByName(type));
    }
}
