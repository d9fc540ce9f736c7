package org.zhice.server.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.store.Terms;

/** Where a thing is stated: the very words where a text was added, else the place. */
record Places(Description description, Shown shown) {
    private static final Node QUOTE = Terms.term("quote");
    private static final Node TASK_NUMBER = Terms.term("taskNumber");
    private static final Node IN_PLAN = Terms.term("inPlan");
    private static final Node IN_PARAGRAPH = Terms.term("inParagraph");
    private static final Pattern READ = Pattern.compile(Pattern.quote(Terms.ID) + "(?:document|source)/([^/]+)");
    private static final Node SOURCE = OA.hasSource.asNode();

    /**
     * Words of a document.
     *
     * @param passage leads to the passage
     * @param range where it stands, in code points
     * @param context where it is marked in the whole text; null if that cannot be told
     */
    record Passage(String quote, Value document, Value passage, String range, String context) {}

    /** In the order of the texts. */
    List<Passage> passages() {
        return graph().find(Node.ANY, QUOTE, Node.ANY).mapWith(Triple::getSubject).toList().stream()
                .distinct()
                .sorted(Comparator.comparingInt(this::start).thenComparing(passage -> passage.toString()))
                .map(this::passage)
                .toList();
    }

    private Passage passage(Node passage) {
        return new Passage(
                first(passage, QUOTE).map(Node::getLiteralLexicalForm).orElse(""),
                shown.of(first(passage, SOURCE)),
                shown.of(passage),
                start(passage) + "–"
                        + first(passage, Terms.term("charEnd"))
                                .map(Node::getLiteralLexicalForm)
                                .orElse(""),
                Links.marked(passage.getURI()).orElse(null));
    }

    /** Where a document is read, told by its own address or that of its text; empty for any other thing. */
    static Optional<String> text(String iri) {
        Matcher read = READ.matcher(iri);
        return read.matches() ? Optional.of(Links.text(read.group(1))) : Optional.empty();
    }

    private int start(Node passage) {
        return first(passage, Terms.term("charStart"))
                .map(start -> Integer.parseInt(start.getLiteralLexicalForm()))
                .orElse(0);
    }

    /** The place of the thing, or of the task that it is a part of; empty if it is stated at no one place. */
    Optional<String> place(Messages messages) {
        Stream<Node> stating = Stream.concat(
                Stream.of(description.thing()),
                graph().find(Node.ANY, Node.ANY, description.thing()).mapWith(Triple::getSubject).toList().stream());
        return stating.flatMap(node -> place(node, messages).stream()).findFirst();
    }

    private Optional<String> place(Node node, Messages messages) {
        Optional<String> inPlan = first(node, IN_PLAN)
                .flatMap(plan -> first(node, TASK_NUMBER).map(number -> told(messages, "evidence.task", plan, number)));
        return inPlan.or(() -> first(node, DCTerms.source.asNode())
                .flatMap(source ->
                        first(node, IN_PARAGRAPH).map(number -> told(messages, "evidence.paragraph", source, number))));
    }

    private String told(Messages messages, String key, Node document, Node number) {
        return messages.text(key, shown.of(document).text(), number.getLiteralLexicalForm());
    }

    private Optional<Node> first(Node subject, Node property) {
        return G.listSP(graph(), subject, property).stream().findFirst();
    }

    private Graph graph() {
        return description.graph();
    }
}
