package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.input.Home;
import org.zhice.server.ZhiceServer;

/**
 * A kind of thing that nobody has thought of, guilds: one class, one table with its contract, one mapping, one shape. It is
 * known wherever kinds of things are, and no line of Java is written for it.
 */
class MadeUpKindTest {
    private static final String CHECKOUT = System.getProperty("zhice.home");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static ZhiceServer server;

    @BeforeAll
    static void a_checkout_with_guilds() throws IOException {
        Home home = new Home(Path.of(CHECKOUT)).copyTo(folder);
        append(home.ontology().resolve("zhice.ttl"), """

                zc:Guild a owl:Class ;
                  rdfs:subClassOf prov:Entity ;
                  rdfs:label "guild"@en , "行会"@zh ;
                  skos:definition "A body of a trade that a report names."@en , "报告所提及的行业团体。"@zh ;
                  rdfs:isDefinedBy <https://w3id.org/zhice/ontology> .
                """);
        append(home.ontology().resolve("shapes.ttl"), """

                zcsh:Guild a sh:NodeShape ;
                  sh:targetClass zc:Guild ;
                  sh:property zcsh:prefLabel .
                """);
        Files.writeString(home.tables().resolve("guild.csv"), """
                id,name_zh,name_en,document,paragraph
                ji,𠮷氏行会,Ji guild,report-2023,7
                tea,茶业行会,tea guild,report-2023,3
                """);
        Files.writeString(home.mappings().resolve("guild.rq"), """
                PREFIX zc: <https://w3id.org/zhice/ontology#>
                PREFIX g: <https://w3id.org/zhice/graph/>
                PREFIX document: <https://w3id.org/zhice/id/document/>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

                CONSTRUCT {
                  GRAPH g:reference {
                    ?about a zc:Guild ; skos:prefLabel ?zh , ?en ; dcterms:source ?source ; zc:inParagraph ?paragraph .
                  }
                }
                WHERE {
                  BIND(STRLANG(?name_zh, "zh") AS ?zh)
                  BIND(STRLANG(?name_en, "en") AS ?en)
                  BIND(IRI(CONCAT(STR(document:), ?document)) AS ?source)
                }
                """);
        contract(home.tables().resolve("csv-metadata.json"));
        Files.writeString(home.queries().resolve("agencies/guilds.rq"), """
                #+ title: {en: Guilds, zh: 行会}
                #+ question: {en: "Which guild is it?", zh: 是哪个行会？}
                #+ params:
                #+   - {name: guild, type: guild, label: {en: Guild, zh: 行会}, default: tea}
                #+ tags: [agencies]
                SELECT ?guild ?kind WHERE { ?guild a ?kind FILTER(STRENDS(STR(?kind), "Guild")) } ORDER BY ?guild
                """);
        Shipped.build(home);
        server = ZhiceServer.start(home.config(), home.root(), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void it_is_counted_on_the_home_page_in_both_languages() {
        assertThat(get("", "text/html"))
                .contains("title=\"A body of a trade that a report names.\"><a href=\"/id/guild/\"><b>2</b> guild<");
        assertThat(get("?lang=zh", "text/html")).contains("<b>2</b> 行会<");
    }

    @Test
    void a_parameter_lists_its_things_and_takes_them_by_name() {
        assertThat(get("queries/guilds", "text/html"))
                .contains(
                        "<option value=\"ji\">Ji guild</option>", "<option value=\"tea\" selected>tea guild</option>");
        for (String name : new String[] {"tea", "guild:tea", "茶業行會", "Tea Guild"}) {
            assertThat(get("queries/guilds?format=csv&guild=" + encode(name), "*/*"))
                    .as(name)
                    .contains("/id/guild/tea,")
                    .doesNotContain("/id/guild/ji");
        }
        assertThat(get("queries/guilds?guild=nobody", "application/json"))
                .contains("a guild: its id, IRI or name")
                .contains("\"ji\"");
        assertThat(JSON.parse(get("openapi.json", "*/*"))
                        .getObj("paths")
                        .getObj("/queries/guilds")
                        .toString())
                .contains("\"ji\"", "\"tea\"");
    }

    @Test
    void it_has_a_prefix_for_the_editor_and_for_the_tools() {
        assertThat(get("prefixes.json", "*/*")).contains("\"https://w3id.org/zhice/id/guild/\"");
        assertThat(tool("sparql", "{\"query\":\"ASK { guild:tea a zc:Guild }\"}")
                        .getBoolean("answer"))
                .isTrue();
    }

    @Test
    void the_tools_find_and_describe_it() {
        JsonObject found = tool("search", "{\"text\":\"𠮷氏行會\"}");
        assertThat(found.get("hits").toString()).contains("\"guild:ji\"", "\"guild\"", "Ji guild");
        assertThat(tool("describe", "{\"thing\":\"guild:ji\"}").toString())
                .contains("𠮷氏行会", "document:report-2023", "guild");
    }

    @Test
    void a_row_that_names_it_has_its_evidence() {
        assertThat(get("queries/guilds?format=csv&evidence=true&guild=ji", "*/*"))
                .contains("\"report-2023, paragraph 7\",https://w3id.org/zhice/id/guild/ji");
    }

    private static void contract(Path file) throws IOException {
        String table = """
                {
                  "url": "guild.csv",
                  "dc:title": [{ "@value": "Guilds", "@language": "en" }, { "@value": "行会", "@language": "zh" }],
                  "tableSchema": {
                    "aboutUrl": "https://w3id.org/zhice/id/guild/{id}",
                    "columns": [
                      {"name": "id", "datatype": "string", "required": true},
                      {"name": "name_zh", "datatype": "string", "required": true},
                      {"name": "name_en", "datatype": "string", "required": true},
                      {"name": "document", "datatype": "string", "required": true},
                      {"name": "paragraph", "datatype": "integer", "required": true}
                    ],
                    "primaryKey": ["id"],
                    "foreignKeys": [
                      {"columnReference": "document",
                       "reference": {"resource": "document.csv", "columnReference": "id"}}
                    ]
                  }
                }
                """;
        JsonObject contract = JSON.read(file.toString());
        contract.get("tables").getAsArray().add(JSON.parse(table));
        Files.writeString(file, contract.toString());
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static JsonObject tool(String name, String arguments) {
        String call = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + name
                + "\",\"arguments\":" + arguments + "}}";
        String response = send(HttpRequest.newBuilder(URI.create(server.url() + "mcp"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(call)));
        return JSON.parse(JSON.parse(response)
                .getObj("result")
                .get("content")
                .getAsArray()
                .get(0)
                .getAsObject()
                .getString("text"));
    }

    private static String get(String path, String accept) {
        return send(HttpRequest.newBuilder(URI.create(server.url() + path)).header("Accept", accept));
    }

    private static String send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
