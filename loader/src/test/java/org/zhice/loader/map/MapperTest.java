package org.zhice.loader.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.input.Home;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Tables;

class MapperTest {
    static {
        JenaSystem.init();
    }

    private static final String PREFIXES = """
            PREFIX zc: <https://w3id.org/zhice/ontology#>
            PREFIX c: <https://w3id.org/zhice/concept/>
            PREFIX g: <https://w3id.org/zhice/graph/>
            PREFIX id: <https://w3id.org/zhice/id/>
            PREFIX achievement: <https://w3id.org/zhice/id/achievement/>
            PREFIX agency: <https://w3id.org/zhice/id/agency/>
            PREFIX area: <https://w3id.org/zhice/id/area/>
            PREFIX document: <https://w3id.org/zhice/id/document/>
            PREFIX fragment: <https://w3id.org/zhice/id/fragment/>
            PREFIX section: <https://w3id.org/zhice/id/section/>
            PREFIX responsibility: <https://w3id.org/zhice/id/responsibility/>
            PREFIX task: <https://w3id.org/zhice/id/task/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    @TempDir
    Path folder;

    @Test
    void every_column_of_every_table_reaches_the_graph() {
        Tables tables = Tables.read(Checkout.home());
        Mapper mapper = new Mapper(Checkout.home(), tables);
        assertThat(tables.list())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(mapper.columnsUsed(table))
                        .as(table.name())
                        .containsExactlyInAnyOrderElementsOf(table.header()));
    }

    @Test
    void a_mapping_tells_of_the_thing_that_the_contract_names() {
        Tables tables = Tables.read(Checkout.home());
        Mapper mapper = new Mapper(Checkout.home(), tables);
        List<Table> named = tables.list().stream()
                .filter(table -> !table.columnsOf("about").isEmpty())
                .toList();
        assertThat(named).hasSizeGreaterThan(20).allSatisfy(table -> {
            Table.Row row = table.rows().get(0);
            assertThat(mapper.map(table, List.of(row)).stream().map(Quad::getSubject))
                    .as(table.name())
                    .contains(NodeFactory.createURI(
                            table.url("about", table.cells(row)).orElseThrow()));
        });
    }

    @Test
    void every_row_writes_something_and_every_property_of_a_mapping_is_written() {
        Home home = Checkout.home();
        Tables tables = Tables.read(home);
        Mapper mapper = new Mapper(home, tables);
        for (Table table : tables.list()) {
            assertThat(table.rows())
                    .isNotEmpty()
                    .allSatisfy(row -> assertThat(mapper.map(table, List.of(row)))
                            .as(table.place(row).toString())
                            .isNotEmpty());
            assertThat(mapper.map(table, table.rows()).stream().map(Quad::getPredicate))
                    .as(table.name())
                    .containsAll(template(home, table));
        }
    }

    /** The properties that stand in the template of a mapping, but not those that a variable chooses. */
    private static List<Node> template(Home home, Table table) {
        String file = home.mappings().resolve(table.name() + ".rq").toString();
        return QueryFactory.read(file, null, Syntax.syntaxARQ).getConstructTemplate().getQuads().stream()
                .map(Quad::getPredicate)
                .filter(Node::isURI)
                .toList();
    }

    @Test
    void an_area_is_a_place_with_a_kind_and_its_names() {
        Home home = Checkout.copyTo(folder);
        Checkout.edit(home, "area", text -> text + "zz,zone,hainan,𠮷地科技城,Ji City,𠮷地,\n");
        DatasetGraph wanted = RDFParser.fromString(PREFIXES + """
                g:reference {
                    area:zz a dcterms:Location ; dcterms:type c:area-kind-zone ; dcterms:isPartOf area:hainan ;
                        skos:prefLabel "𠮷地科技城"@zh , "Ji City"@en ; skos:altLabel "𠮷地"@zh .
                }
                """, Lang.TRIG).toDatasetGraph();

        assertThat(quads(home, "area"))
                .filteredOn(quad -> quad.getSubject().getURI().endsWith("/area/zz"))
                .containsExactlyInAnyOrderElementsOf(() -> wanted.find());
    }

    @Test
    void an_empty_cell_writes_nothing() {
        assertThat(quads(Checkout.home(), "section").stream()
                        .filter(quad -> quad.getPredicate().getURI().endsWith("#inSection"))
                        .map(quad -> quad.getSubject().getURI()))
                .contains("https://w3id.org/zhice/id/section/2019-1-1")
                .doesNotContain("https://w3id.org/zhice/id/section/2019-1");
    }

    @Test
    void a_responsibility_is_a_node_in_its_plan_and_a_shortcut_in_a_derived_graph() {
        Home home = Checkout.copyTo(folder);
        Checkout.edit(home, "responsibility", text -> """
                task,position,agency,printed_name,role,role_basis
                2023-004,1,moara,农业农村部,lead,first-listed-rule
                2023-004,2,cnipa,国家知识产权局,participant,later-listed-rule
                """);
        assertMaps(home, "responsibility", """
                g:source-plan-2023 {
                    task:2023-004 zc:qualifiedResponsibility responsibility:2023-004-1 , responsibility:2023-004-2 .
                    responsibility:2023-004-1 a zc:Responsibility ; zc:heldBy agency:moara ; zc:role c:role-lead ;
                        zc:roleBasis c:role-basis-first-listed-rule ; zc:listPosition 1 ;
                        zc:printedName "农业农村部"@zh ; zc:assertionStatus c:status-derived .
                    responsibility:2023-004-2 a zc:Responsibility ; zc:heldBy agency:cnipa ; zc:role c:role-participant ;
                        zc:roleBasis c:role-basis-later-listed-rule ; zc:listPosition 2 ;
                        zc:printedName "国家知识产权局"@zh ; zc:assertionStatus c:status-derived .
                }
                g:derived-shortcuts {
                    task:2023-004 zc:leadAgency agency:moara ; zc:participatingAgency agency:cnipa .
                }
                """);
    }

    /** A hyphen, a comma and an ampersand of the clause are none of the directive. */
    @Test
    void a_marked_clause_is_a_text_directive_in_its_document() {
        Home home = Checkout.copyTo(folder);
        Checkout.edit(home, "text_fragment", text -> """
                statement,document,text_start,text_end
                achievement/civil-code,report-2023,𠮷A-1,"B,2&"
                """);
        String clause =
                "fragment:report-2023-" + sha1("achievement/civil-code𠮷A-1").substring(0, 12);
        assertMaps(home, "text_fragment", """
                g:source-report-2023 {
                    achievement:civil-code prov:wasDerivedFrom CLAUSE .
                    CLAUSE a oa:SpecificResource ; oa:hasSource document:report-2023 ;
                        dcterms:conformsTo <https://wicg.github.io/scroll-to-text-fragment/> ;
                        dcterms:identifier ":~:text=%F0%A0%AE%B7A%2D1,B%2C2%26" .
                }
                """.replace("CLAUSE", clause));
    }

    private static String sha1(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertMaps(Home home, String table, String expected) {
        DatasetGraph wanted =
                RDFParser.fromString(PREFIXES + expected, Lang.TRIG).toDatasetGraph();
        assertThat(quads(home, table)).containsExactlyInAnyOrderElementsOf(() -> wanted.find());
    }

    private static Set<Quad> quads(Home home, String name) {
        Tables tables = Tables.read(home);
        Table table = tables.list().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
        return new Mapper(home, tables).map(table, table.rows());
    }
}
