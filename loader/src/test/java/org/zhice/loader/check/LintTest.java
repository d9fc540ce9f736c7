package org.zhice.loader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhice.loader.Checkout;

/** Every lint query is silent on what we ship and speaks where a fault is planted. */
class LintTest {
    static {
        JenaSystem.init();
    }

    private static final Path ONTOLOGY = Checkout.home().ontology();
    private static final List<Path> OF_ONTOLOGY = new LintCheck(ONTOLOGY.resolve("lint")).queries();
    private static final List<Path> OF_DATA = new LintCheck(ONTOLOGY.resolve("lint/data")).queries();

    private static final String PREFIXES = """
            PREFIX zc: <https://w3id.org/zhice/ontology#>
            PREFIX c: <https://w3id.org/zhice/concept/>
            PREFIX g: <https://w3id.org/zhice/graph/>
            PREFIX agency: <https://w3id.org/zhice/id/agency/>
            PREFIX task: <https://w3id.org/zhice/id/task/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX sssom: <https://w3id.org/sssom/>
            """;

    private static final Map<String, String> ONTOLOGY_FAULTS = Map.ofEntries(
            Map.entry("concept-label-unique", """
                    c:role-lead skos:inScheme c:role ; skos:prefLabel "牵头"@zh .
                    c:role-head skos:inScheme c:role ; skos:prefLabel "牵头"@zh ."""),
            Map.entry("defined-by", "zc:Task a owl:Class ."),
            Map.entry("definition-form", "zc:Task a owl:Class ; skos:definition \"Something numbered.\"@en ."),
            Map.entry("definition-without-label", """
                    zc:Task a owl:Class ; rdfs:label "任务"@zh ; skos:definition "计划中的𠮷任务。"@zh ."""),
            Map.entry("definition-zh-en", "zc:Task a owl:Class ; skos:definition \"A numbered commitment.\"@en ."),
            Map.entry("foreign-only-declared", "org:Organization a owl:Class ; rdfs:label \"机构\"@zh ."),
            Map.entry("header-complete", "<https://w3id.org/zhice/ontology> a owl:Ontology ."),
            Map.entry("label-unique", "zc:Task rdfs:label \"任务\"@zh . zc:Job rdfs:label \"任务\"@zh ."),
            Map.entry("label-zh-en", "zc:Task a owl:Class ; rdfs:label \"任务\"@zh , \"工作\"@zh , \"task\"@en ."),
            Map.entry("name-case-unique", """
                    zc:Agency rdfs:isDefinedBy <https://w3id.org/zhice/ontology> .
                    zc:agency rdfs:isDefinedBy <https://w3id.org/zhice/ontology> ."""),
            Map.entry("name-style", "zc:任务 a owl:Class ."),
            Map.entry("no-cycle", "zc:Task rdfs:subClassOf zc:Job . zc:Job rdfs:subClassOf zc:Task ."),
            Map.entry("no-key", "zc:leadAgency a owl:InverseFunctionalProperty ."),
            Map.entry("object-property-bounded", "zc:leadAgency a owl:ObjectProperty ."),
            Map.entry("one-domain-one-range", "zc:leadAgency rdfs:range zc:Agency , zc:Task ."),
            Map.entry("subproperty-fits-parent", """
                    zc:leadAgency rdfs:subPropertyOf zc:responsibleAgency ; rdfs:range zc:Task .
                    zc:responsibleAgency rdfs:range zc:Agency ."""),
            Map.entry("text-clean", "zc:Task rdfs:label \"𠮷　任务 \"@zh ."),
            Map.entry("used-is-declared", "zc:Task a owl:Class ; rdfs:subClassOf zc:Job ."),
            Map.entry("version-agrees", """
                    <https://w3id.org/zhice/ontology> owl:versionIRI <https://w3id.org/zhice/ontology/1.0.0> ;
                      owl:versionInfo "2.0.0" ; dcterms:bibliographicCitation "Version 2.0.0." ."""));

    private static final String GOOD_DATA = """
            g:reference { agency:cnipa a zc:Agency ; skos:prefLabel "国家知识产权局"@zh , "CNIPA"@en . }
            g:source-plan-2030 { task:2030-001 a zc:Task ; zc:title "推动𠮷法修改"@zh ; zc:leadAgency agency:cnipa . }
            g:meta {
              g:reference dcterms:title "参考数据"@zh , "Reference data"@en .
              g:source-plan-2030 dcterms:title "2030年计划"@zh , "2030 plan"@en .
              g:meta dcterms:title "元数据"@zh , "About the graphs"@en .
            }
            """;

    private static final Map<String, String> DATA_FAULTS = Map.ofEntries(
            Map.entry("default-graph-empty", "task:2030-002 a zc:Task ."),
            Map.entry("entity-type", "g:reference { agency:cnipa org:changedBy agency:moj . }"),
            Map.entry("graph-title", "g:meta-2 { task:2030-002 a zc:Task . }"),
            Map.entry("iri-form", "g:reference { <https://w3id.org/zhice/id/agency/国知局> a zc:Name . }"),
            Map.entry("link-label-near", """
                    g:link-x { <https://w3id.org/zhice/id/link/1> owl:annotatedProperty skos:exactMatch ;
                      owl:annotatedSource agency:cnipa ; sssom:object_label "𠮷 office" . }"""),
            Map.entry("link-one-code", """
                    g:link-x {
                      <https://w3id.org/zhice/id/link/1> owl:annotatedProperty dcterms:identifier ;
                        owl:annotatedTarget "𠮷-1" ; owl:annotatedSource agency:cnipa .
                      <https://w3id.org/zhice/id/link/2> owl:annotatedProperty dcterms:identifier ;
                        owl:annotatedTarget "𠮷-1" ; owl:annotatedSource agency:moj . }"""),
            Map.entry("link-one-item", """
                    g:link-x { agency:cnipa skos:exactMatch <https://example.org/1> , <https://example.org/2> . }"""),
            Map.entry("link-one-label", """
                    g:link-x { <https://w3id.org/zhice/id/link/1> owl:annotatedTarget <https://example.org/1> ;
                      sssom:object_label "𠮷 office" . }
                    g:link-y { <https://w3id.org/zhice/id/link/2> owl:annotatedTarget <https://example.org/1> ;
                      sssom:object_label "seed office" . }"""),
            Map.entry("link-one-number", """
                    g:link-x { <https://w3id.org/zhice/id/link/1> owl:annotatedTarget <https://example.org/Q1> ;
                      owl:annotatedProperty skos:exactMatch ; dcterms:identifier "Q2" . }"""),
            Map.entry("literal-blanks", "g:reference { agency:cnipa skos:altLabel \"国知局 \"@zh . }"),
            Map.entry("name-unique", "g:reference { agency:cnipa-2 a zc:Agency ; skos:prefLabel \"国家知识产权局\"@zh . }"),
            Map.entry("no-orphan", "g:reference { agency:moj a zc:Agency . }"));

    @TestFactory
    Stream<DynamicTest> ontology_is_without_fault() {
        assertThat(OF_ONTOLOGY).isNotEmpty();
        DatasetGraph vocabulary = vocabulary();
        return OF_ONTOLOGY.stream().map(query -> silent(query, vocabulary));
    }

    @TestFactory
    Stream<DynamicTest> good_data_are_without_fault() {
        assertThat(OF_DATA).isNotEmpty();
        DatasetGraph data = trig(GOOD_DATA);
        return OF_DATA.stream().map(query -> silent(query, data));
    }

    @TestFactory
    Stream<DynamicTest> faults_of_the_ontology_are_found() {
        return OF_ONTOLOGY.stream().map(query -> speaks(query, ONTOLOGY_FAULTS, ""));
    }

    @TestFactory
    Stream<DynamicTest> faults_of_the_data_are_found() {
        return OF_DATA.stream().map(query -> speaks(query, DATA_FAULTS, GOOD_DATA));
    }

    private static DynamicTest silent(Path query, DatasetGraph data) {
        return DynamicTest.dynamicTest(
                rule(query), () -> assertThat(rows(query, data)).isEmpty());
    }

    private static DynamicTest speaks(Path query, Map<String, String> faults, String before) {
        return DynamicTest.dynamicTest(rule(query), () -> {
            assertThat(faults).as("a planted fault").containsKey(rule(query));
            assertThat(rows(query, trig(before + faults.get(rule(query))))).isNotEmpty();
        });
    }

    private static List<String> rows(Path query, DatasetGraph data) {
        try (QueryExec exec =
                QueryExec.dataset(data).query(Files.readString(query)).build()) {
            return exec.select().stream().map(Object::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatasetGraph vocabulary() {
        DatasetGraph vocabulary = DatasetGraphFactory.create();
        RDFParser.source(ONTOLOGY.resolve("zhice.ttl")).parse(vocabulary);
        RDFParser.source(ONTOLOGY.resolve("schemes.ttl")).parse(vocabulary);
        return vocabulary;
    }

    private static DatasetGraph trig(String text) {
        return RDFParser.fromString(PREFIXES + text, Lang.TRIG).toDatasetGraph();
    }

    private static String rule(Path query) {
        return query.getFileName().toString().replace(".rq", "");
    }
}
