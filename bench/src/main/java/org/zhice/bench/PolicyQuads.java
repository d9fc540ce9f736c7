package org.zhice.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.zhice.store.Terms;

/**
 * Quads of the shape of a release, drawn at random by a seed: plans of provinces year by year, each in a graph of its own;
 * tasks with their agencies, topics, instruments and the task that they continue; figures. What follows from a type stands in
 * a further graph, together with some of what is in the plans.
 */
final class PolicyQuads {
    private static final String THINGS = Terms.BASE + "bench/";
    private static final String ONTOLOGY = Terms.BASE + "ontology#";
    private static final Node ISSUER = NodeFactory.createURI("http://data.europa.eu/eli/ontology#passed_by");
    private static final Node ENTITY = NodeFactory.createURI("http://www.w3.org/ns/prov#Entity");
    private static final int TASKS = 40;
    private static final int PROVINCES = 34;
    private static final int AGENCIES = 300;
    private static final int TOPICS = 120;
    private static final int INSTRUMENTS = 2_000;
    private static final int FIRST_YEAR = 2001;
    private static final String[] VERBS = {"完善", "推进", "加强", "修订", "开展", "落实", "建立", "提升"};
    private static final String[] MATTERS = {"专利审查", "商标保护", "地理标志", "著作权登记", "知识产权质押融资", "植物新品种", "海外维权", "𠮷林试点"};

    private final Random random;
    private final Consumer<Quad> sink;
    private final Node derived = NodeFactory.createURI(Terms.BASE + "graph/bench-derived");
    private final List<Node> before = new ArrayList<>();
    private Node graph = NodeFactory.createURI(Terms.BASE + "graph/bench-reference");
    private long count;

    private PolicyQuads(long seed, Consumer<Quad> sink) {
        this.random = new Random(seed);
        this.sink = sink;
    }

    /** At least so many, and no more than a plan beyond. */
    static void write(long seed, long quads, Consumer<Quad> sink) {
        PolicyQuads made = new PolicyQuads(seed, sink);
        made.reference();
        for (int plan = 0; made.count < quads; plan++) {
            made.plan(plan % PROVINCES, FIRST_YEAR + plan / PROVINCES);
        }
    }

    private void reference() {
        for (int i = 0; i < AGENCIES; i++) {
            Node agency = thing("agency", i);
            type(agency, "Agency");
            add(agency, SKOS.prefLabel.asNode(), NodeFactory.createLiteralLang("机构" + i, "zh"));
        }
        for (int i = 0; i < TOPICS; i++) {
            Node topic = thing("topic", i);
            type(topic, "Topic");
            if (i > 0) {
                add(topic, SKOS.broader.asNode(), thing("topic", (i - 1) / 4));
            }
        }
        for (int i = 0; i < INSTRUMENTS; i++) {
            Node instrument = thing("instrument", i);
            type(instrument, "Instrument");
            add(instrument, term("title"), NodeFactory.createLiteralLang("条例" + i, "zh"));
            add(instrument, term("instrumentType"), thing("type", i % 7));
        }
    }

    private void plan(int province, int year) {
        Node plan = thing("plan", year + "-" + province);
        graph = NodeFactory.createURI(Terms.BASE + "graph/bench-" + year + "-" + province);
        type(plan, "Plan");
        add(plan, term("year"), number(year));
        add(plan, ISSUER, thing("agency", province));
        List<Node> tasks = new ArrayList<>();
        for (int i = 1; i <= TASKS; i++) {
            tasks.add(task(plan, i, province, year));
        }
        Node figure = thing("figure", year + "-" + province);
        type(figure, "Observation");
        add(figure, term("inPlan"), plan);
        add(figure, term("value"), decimal(random.nextInt(1_000_000) / 100.0));
        if (province == 0) {
            before.clear();
        }
        before.addAll(tasks);
    }

    private Node task(Node plan, int position, int province, int year) {
        Node task = thing("task", year + "-" + province + "-" + position);
        type(task, "Task");
        add(task, term("inPlan"), plan);
        add(task, term("taskNumber"), number(position));
        String title = one(VERBS) + one(MATTERS) + "第" + random.nextInt(50) + "号";
        add(task, term("title"), NodeFactory.createLiteralLang(title, "zh"));
        Node lead = thing("agency", skewed(AGENCIES));
        add(task, term("leadAgency"), lead);
        for (int i = random.nextInt(4); i > 0; i--) {
            add(task, term("participatingAgency"), thing("agency", skewed(AGENCIES)));
        }
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            add(task, DCTerms.subject.asNode(), thing("topic", random.nextInt(TOPICS)));
        }
        if (random.nextInt(3) == 0) {
            Node item = thing("item", year + "-" + province + "-" + position);
            type(item, "ActionItem");
            add(task, term("hasActionItem"), item);
            add(item, term("actionType"), thing("action", skewed(6)));
            add(item, term("onInstrument"), thing("instrument", skewed(INSTRUMENTS)));
        }
        if (!before.isEmpty() && random.nextBoolean()) {
            add(task, term("continues"), before.get(random.nextInt(before.size())));
        }
        if (random.nextInt(4) == 0) {
            add(task, term("periodEnd"), number(year + random.nextInt(5)));
        }
        return task;
    }

    /** What is an instance of a class is one of the classes above, in another graph. */
    private void type(Node thing, String kind) {
        add(thing, RDF.type.asNode(), term(kind));
        sink.accept(Quad.create(derived, thing, RDF.type.asNode(), ENTITY));
        sink.accept(Quad.create(derived, thing, RDF.type.asNode(), term(kind)));
        count += 2;
    }

    private void add(Node subject, Node predicate, Node object) {
        sink.accept(Quad.create(graph, subject, predicate, object));
        count++;
    }

    /** Low numbers are drawn more often. */
    private int skewed(int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 3));
    }

    private String one(String[] all) {
        return all[random.nextInt(all.length)];
    }

    private static Node thing(String kind, Object id) {
        return NodeFactory.createURI(THINGS + kind + "/" + id);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(ONTOLOGY + name);
    }

    private static Node number(int value) {
        return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
    }

    private static Node decimal(double value) {
        return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDdecimal);
    }
}
