package org.zhice.query.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.vocabulary.EARL;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SchemaDO;
import org.zhice.query.SavedQuery;
import org.zhice.store.Release;
import org.zhice.store.ReleaseId;
import org.zhice.store.Terms;

/**
 * What came of running the saved queries on a release, as it stands in the store: assertions in the W3C's Evaluation and
 * Report Language, of which {@code earl:test} is the query and {@code earl:subject} the release.
 */
public final class TestResults {
    /** The graph of a store that holds them: the one about the graphs. */
    public static final Node META = Terms.graph("meta");

    private static final Query STORED = QueryFactory.create("""
            PREFIX earl: <http://www.w3.org/ns/earl#>
            PREFIX schema: <https://schema.org/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            SELECT ?test ?outcome ?rows ?duration ?version ?date
            WHERE {
              ?assertion earl:test ?test ; earl:subject/schema:version ?version ; earl:result ?result .
              ?result earl:outcome ?outcome ; schema:numberOfItems ?rows ; schema:duration ?duration ; dcterms:date ?date .
            }
            """);

    private TestResults() {}

    /** What is known of one query in a store. */
    public record TestResult(String outcome, int rows, long millis, String version, String date) {}

    /** Verdicts on a release as a graph; each node has an address. */
    public static Graph graph(List<Verdict> verdicts, String version, Instant now) {
        Model model = ModelFactory.createDefaultModel();
        Resource release =
                model.createResource(ReleaseId.iri(version), SchemaDO.Dataset).addProperty(SchemaDO.version, version);
        Resource program =
                model.createResource(Terms.ID + "software/zhice", EARL.Software).addProperty(DCTerms.title, "Zhice");
        String date = now.truncatedTo(ChronoUnit.SECONDS).toString();
        for (Verdict verdict : verdicts) {
            Resource result = model.createResource(Terms.ID + "result/" + verdict.query(), EARL.TestResult)
                    .addProperty(
                            EARL.outcome,
                            model.createResource(EARL.NS + verdict.outcome().id()))
                    .addLiteral(
                            SchemaDO.numberOfItems, model.createTypedLiteral(verdict.rows(), XSDDatatype.XSDinteger))
                    .addProperty(
                            SchemaDO.duration,
                            Duration.ofMillis(verdict.millis()).toString(),
                            XSDDatatype.XSDdayTimeDuration)
                    .addProperty(DCTerms.date, date, XSDDatatype.XSDdateTime);
            verdict.sha256().ifPresent(digest -> result.addProperty(SchemaDO.sha256, digest));
            verdict.difference().ifPresent(difference -> result.addProperty(EARL.info, difference.toString()));
            model.createResource(Terms.ID + "assertion/" + verdict.query(), EARL.Assertion)
                    .addProperty(EARL.assertedBy, program)
                    .addProperty(EARL.mode, EARL.automatic)
                    .addProperty(EARL.subject, release)
                    .addProperty(EARL.test, model.createResource(SavedQuery.IRI + verdict.query()))
                    .addProperty(EARL.result, result);
        }
        return model.getGraph();
    }

    /** What a release says of itself, by the id of the query; read once. */
    public static Map<String, TestResult> in(Release release) {
        return release.memo(TestResults.class, () -> read(release));
    }

    private static Map<String, TestResult> read(Release release) {
        Map<String, TestResult> results = new HashMap<>();
        for (Binding row : release.select(STORED).rows()) {
            results.put(local(row, "test"), result(row));
        }
        return results;
    }

    private static TestResult result(Binding row) {
        return new TestResult(
                local(row, "outcome"),
                Integer.parseInt(text(row, "rows")),
                Duration.parse(text(row, "duration")).toMillis(),
                text(row, "version"),
                text(row, "date"));
    }

    private static String local(Binding row, String column) {
        return Terms.localName(row.get(column).getURI());
    }

    private static String text(Binding row, String column) {
        return row.get(column).getLiteralLexicalForm();
    }
}
