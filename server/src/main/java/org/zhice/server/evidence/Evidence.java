package org.zhice.server.evidence;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/**
 * Adds to each row what it rests on: the words of the passage that states it and the address of that passage, or, where
 * the text was not added, the place in words and the statement's own address.
 *
 * <p>What states a row is, in this order: a responsibility or an action item of a task of the row, if it stands in the row
 * itself; one that joins the task with another entity of the row; the first task; another statement in the row, such as an
 * achievement; the one figure whose value and document stand in the row. A row with none of these, such as a count, rests
 * on many statements and stays empty.
 */
public final class Evidence {
    public static final Var QUOTE = Var.alloc("evidence");
    public static final Var SOURCE = Var.alloc("evidence_source");

    private static final Query FOUND = Queries.read(Evidence.class, "evidence.rq");
    private static final Node TASK_NUMBER = Terms.term("taskNumber");
    private static final Node STATED_IN = Terms.term("statedIn");
    private static final Node IN_PARAGRAPH = Terms.term("inParagraph");
    private static final Node DOCUMENT = DCTerms.source.asNode();
    /** From a task to a record, and from the record to the thing that it joins to the task, as the query writes them. */
    private static final Node RECORD = NodeFactory.createURI("http://www.w3.org/ns/prov#qualifiedInfluence");

    private static final Node JOINED = NodeFactory.createURI("http://www.w3.org/ns/prov#influencer");

    /** What the release says of the cells of the rows, as far as it may be evidence. */
    private final Graph said;

    private final Language language;

    private Evidence(Graph said, Language language) {
        this.said = said;
        this.language = language;
    }

    /** The rows with two more columns, by one query. */
    public static Result addTo(Result rows, Release release, Language language) {
        Set<Node> cells = rows.rows().stream()
                .flatMap(row -> rows.columns().stream().filter(row::contains).map(row::get))
                .filter(Node::isURI)
                .collect(Collectors.toSet());
        return new Evidence(release.construct(Queries.over(FOUND, "cell", cells)), language).addTo(rows);
    }

    private Result addTo(Result result) {
        List<Var> columns = Stream.concat(result.columns().stream(), Stream.of(QUOTE, SOURCE))
                .toList();
        List<Binding> rows = result.rows().stream()
                .map(row -> withEvidence(row, result.columns()))
                .toList();
        return new Result(columns, rows, result.whole());
    }

    /** How many rows have evidence. */
    public static long count(Result result) {
        return result.rows().stream().filter(row -> row.contains(SOURCE)).count();
    }

    private Binding withEvidence(Binding row, List<Var> columns) {
        List<Node> cells = columns.stream().filter(row::contains).map(row::get).toList();
        List<Node> statements = statements(cells);
        if (statements.isEmpty()) {
            return row;
        }
        Optional<Node> passage = statements.stream()
                .flatMap(statement -> passage(statement).stream())
                .findFirst();
        Node quote = passage.flatMap(this::quote).orElseGet(() -> place(statements.get(statements.size() - 1)));
        return BindingFactory.binding(row, QUOTE, quote, SOURCE, passage.orElse(statements.get(0)));
    }

    /** What states the row, the most exact first. */
    private List<Node> statements(List<Node> cells) {
        List<Node> things = cells.stream().filter(Node::isURI).toList();
        List<Node> tasks =
                things.stream().filter(thing -> has(thing, TASK_NUMBER)).toList();
        Optional<List<Node>> record = record(tasks, things, this::own).or(() -> record(tasks, things, this::joint));
        if (record.isPresent()) {
            return record.get();
        }
        Stream<Node> others = Stream.concat(tasks.stream(), things.stream().filter(this::isStatement));
        return others.findFirst().or(() -> figure(cells)).map(List::of).orElse(List.of());
    }

    /** The first record that is found of a task and a thing, and the task. */
    private static Optional<List<Node>> record(
            List<Node> tasks, List<Node> things, BiFunction<Node, Node, Optional<Node>> sought) {
        return things.stream()
                .flatMap(thing -> tasks.stream()
                        .flatMap(task -> sought.apply(task, thing).map(found -> List.of(found, task)).stream()))
                .findFirst();
    }

    /** The thing, if it is a record of the task. */
    private Optional<Node> own(Node task, Node thing) {
        return Optional.of(thing).filter(objects(task, RECORD)::contains);
    }

    private Optional<Node> joint(Node task, Node thing) {
        return objects(task, RECORD).stream()
                .filter(record -> objects(record, JOINED).contains(thing))
                .min(Comparator.comparing(Node::getURI));
    }

    private boolean isStatement(Node thing) {
        return has(thing, STATED_IN) || has(thing, IN_PARAGRAPH);
    }

    /**
     * The figure of a document of the row that agrees with the row in more than any other. It is looked for among all of the
     * document: TDB2 does not find a decimal such as 13.0 by what it has itself given out.
     */
    private Optional<Node> figure(List<Node> cells) {
        Map<Long, List<Node>> byAgreement = cells.stream()
                .filter(Node::isURI)
                .flatMap(document -> statementsOf(document).stream())
                .filter(figure -> Stream.of(Terms.term("printedValue"), Terms.term("value"))
                        .flatMap(property -> objects(figure, property).stream())
                        .anyMatch(cells::contains))
                .collect(Collectors.groupingBy(figure -> agreement(figure, cells)));
        return byAgreement.entrySet().stream()
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(best -> best.size() == 1)
                .map(best -> best.get(0));
    }

    private long agreement(Node figure, List<Node> cells) {
        return said.stream(figure, Node.ANY, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .filter(cells::contains)
                .count();
    }

    /** Of several passages the first in the text. */
    private Optional<Node> passage(Node statement) {
        return objects(statement, STATED_IN).stream()
                .filter(passage -> quote(passage).isPresent())
                .min(Comparator.comparing(this::start).thenComparing(Node::getURI));
    }

    private int start(Node passage) {
        return first(passage, Terms.term("charStart"))
                .map(start -> Integer.parseInt(start.getLiteralLexicalForm()))
                .orElse(0);
    }

    private Optional<Node> quote(Node passage) {
        return first(passage, Terms.term("quote"));
    }

    private Node place(Node statement) {
        String document = first(statement, Terms.term("inPlan"))
                .or(() -> first(statement, DOCUMENT))
                .map(node -> Terms.localName(node.getURI()))
                .orElse("");
        Messages messages = Messages.in(language);
        String place = first(statement, TASK_NUMBER)
                .map(number -> messages.text("evidence.task", document, number.getLiteralLexicalForm()))
                .or(() -> first(statement, IN_PARAGRAPH)
                        .map(number -> messages.text("evidence.paragraph", document, number.getLiteralLexicalForm())))
                .orElse(document);
        return NodeFactory.createLiteralLang(place, language.tag());
    }

    private boolean has(Node thing, Node property) {
        return !objects(thing, property).isEmpty();
    }

    private Optional<Node> first(Node subject, Node property) {
        return objects(subject, property).stream().findFirst();
    }

    private List<Node> objects(Node subject, Node property) {
        return G.listSP(said, subject, property);
    }

    private List<Node> statementsOf(Node document) {
        return G.listPO(said, DOCUMENT, document);
    }
}
