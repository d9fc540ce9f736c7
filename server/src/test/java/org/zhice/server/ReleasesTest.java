package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.rdfpatch.RDFPatch;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.zhice.store.dump.Dumps;

class ReleasesTest {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String PUBLIC = "https://zhice.example.org";
    private static final String FIRST = MadeUpReleases.id(MadeUpReleases.FIRST);
    private static final String SECOND = MadeUpReleases.id(MadeUpReleases.SECOND);
    private static final String THIRD = MadeUpReleases.id(MadeUpReleases.THIRD);
    private static final String NQUADS = "/dumps/zhice-" + THIRD + ".nq.gz";

    @RegisterExtension
    static final TestServer SERVER = new TestServer().at(PUBLIC);

    @RegisterExtension
    static final TestServer BARE = new TestServer();

    @BeforeAll
    static void three_releases() {
        MadeUpReleases.in(Dumps.in(SERVER.home()));
        SERVER.swap(MadeUpReleases.named(MadeUpReleases.THIRD));
    }

    @Test
    void a_dump_is_a_file_with_validators_that_can_be_taken_in_parts() {
        HttpResponse<byte[]> whole = SERVER.send(SERVER.request(NQUADS), BodyHandlers.ofByteArray());

        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(header(whole, "Content-Type")).isEqualTo("application/gzip");
        assertThat(whole.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(whole, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(whole, "Content-Length")).isEqualTo(String.valueOf(whole.body().length));
        assertThat(SERVER.get(NQUADS, "If-None-Match", header(whole, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(SERVER.get(NQUADS, "If-Modified-Since", header(whole, "Last-Modified"))
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> part =
                SERVER.send(SERVER.request(NQUADS, "Range", "bytes=10-"), BodyHandlers.ofByteArray());
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(whole.body().length - 10);
        HttpResponse<String> head = SERVER.send("HEAD", NQUADS);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo(header(whole, "Content-Length"));
    }

    @Test
    void its_checksum_stands_beside_it() {
        HttpResponse<String> checksum = SERVER.get(NQUADS + ".sha256");

        assertThat(header(checksum, "Content-Type")).startsWith("text/plain");
        assertThat(checksum.body())
                .isEqualTo(MadeUpReleases.sha256(SERVER.bytes(NQUADS)) + "  zhice-" + THIRD + ".nq.gz\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nq.gz", "ttl.gz"})
    void the_latest_leads_to_the_release_that_is_served(String end) {
        HttpResponse<String> latest = SERVER.get("/dumps/latest." + end);

        assertThat(latest.previousResponse().map(HttpResponse::statusCode)).contains(303);
        assertThat(latest.request().uri().getPath()).isEqualTo("/dumps/zhice-" + THIRD + "." + end);
        assertThat(latest.statusCode()).isEqualTo(200);
    }

    @Test
    void a_dump_that_is_no_longer_kept_is_gone_and_not_unknown() {
        HttpResponse<String> answer = SERVER.get("/dumps/zhice-" + FIRST + ".nq.gz");

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("no longer kept").contains("/releases/" + FIRST);
        assertThat(SERVER.browse("/dumps/zhice-" + FIRST + ".nq.gz.sha256?lang=zh")
                        .body())
                .contains("已不再保留");
    }

    @ParameterizedTest
    @CsvSource({
        "/dumps/zhice-000000000000.nq.gz, 404",
        "/dumps/latest.zip, 404",
        "/dumps/zhice.nq, 404",
        "/dumps/%F0%A0%AE%B7, 404",
        "/releases/000000000000, 404",
        "/releases/%F0%A0%AE%B7, 404",
        "/releases/a/b/c, 404",
        "/releases?from=%F0%A0%AE%B7&to=1, 400",
        "/releases?format=ttl, 400",
        "/dumps/?format=ttl, 400"
    })
    void what_there_is_not_is_told(String path, int status) {
        HttpResponse<String> answer = SERVER.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void no_name_leads_out_of_the_folder() {
        for (String path : List.of("/dumps/..%2f..%2fzhice.ttl", "/dumps/%2e%2e/%2e%2e/zhice.ttl", "/dumps/./../x")) {
            assertThat(SERVER.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void the_page_of_dumps_shows_files_and_says_how_to_verify_them() {
        HttpResponse<String> page = SERVER.browse("/dumps/?lang=zh");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("下载并校验")
                .contains("curl -O " + PUBLIC + NQUADS + "\n")
                .contains("sha256sum -c zhice-" + THIRD + ".nq.gz.sha256")
                .contains(MadeUpReleases.sha256(SERVER.bytes(NQUADS)))
                .contains("zhice-" + SECOND + ".ttl.gz")
                .doesNotContain(FIRST);
        assertThat(header(page, "Link"))
                .contains("</releases.atom>; rel=\"alternate\"; type=\"application/atom+xml\"")
                .contains("rel=\"license\"");
        assertThat(SERVER.browse("/dumps").body()).contains("Download and verify");
    }

    @Test
    void programs_get_the_list_of_dumps_with_absolute_addresses() {
        JsonArray dumps = JSON.parseAny(SERVER.get("/dumps/").body()).getAsArray();

        assertThat(dumps).hasSize(4);
        JsonObject first = dumps.get(0).getAsObject();
        assertThat(first.getString("url")).isEqualTo(PUBLIC + NQUADS);
        assertThat(first.getString("content")).isEqualTo("application/n-quads");
        assertThat(first.get("bytes").getAsNumber().value().intValue()).isEqualTo(SERVER.bytes(NQUADS).length);
        assertThat(first.getString("sha256")).isEqualTo(MadeUpReleases.sha256(SERVER.bytes(NQUADS)));
    }

    @Test
    void every_release_stays_listed() {
        JsonArray releases = JSON.parseAny(SERVER.get("/releases").body()).getAsArray();

        assertThat(releases.stream()
                        .map(one -> one.getAsObject().getString("release"))
                        .toList())
                .containsExactly(THIRD, SECOND, FIRST);
        assertThat(releases.stream()
                        .map(one -> one.getAsObject().getBoolean("served"))
                        .toList())
                .containsExactly(true, false, false);
        assertThat(releases.stream()
                        .map(one -> one.getAsObject().getBoolean("kept"))
                        .toList())
                .containsExactly(true, true, false);
        assertThat(SERVER.browse("/releases").body())
                .contains("1 May 2031")
                .contains("no longer kept")
                .contains("href=\"/releases/" + SECOND + "/" + THIRD + "\"");
        assertThat(SERVER.browse("/releases?lang=zh").body()).contains("当前版本");
    }

    @Test
    void a_form_leads_to_what_changed() {
        HttpResponse<String> chosen = SERVER.get("/releases?from=" + SECOND + "&to=" + THIRD);

        assertThat(chosen.previousResponse().map(HttpResponse::statusCode)).contains(303);
        assertThat(chosen.request().uri().getPath()).isEqualTo("/releases/" + SECOND + "/" + THIRD);
        assertThat(chosen.statusCode()).isEqualTo(200);
    }

    @Test
    void a_release_says_what_it_holds_and_how_to_cite_it() {
        JsonObject json = JSON.parse(SERVER.get("/releases/" + THIRD).body());
        HttpResponse<String> page = SERVER.browse("/releases/" + THIRD);

        assertThat(json.getString("iri")).isEqualTo("https://w3id.org/zhice/id/release/" + THIRD);
        assertThat(json.getString("issued")).isEqualTo("2031-05-03T08:00:00Z");
        assertThat(page.body())
                .contains("Release " + THIRD + ", 3 May 2031. " + PUBLIC + "/releases/" + THIRD)
                .contains("<td><code>zc:Task</code></td><td class=\"number\">4</td>")
                .contains("It is the one that is served now");
        assertThat(header(page, "Link")).contains("<https://w3id.org/zhice/id/release/" + THIRD + ">; rel=\"cite-as\"");
        assertThat(SERVER.browse("/releases/" + FIRST + "?lang=zh").body())
                .contains("文件已不再保留")
                .contains("2031年5月1日");
    }

    @Test
    void what_changed_is_told_by_thing_count_and_answer() {
        String path = "/releases/" + SECOND + "/" + THIRD;
        JsonObject json = JSON.parse(SERVER.get(path).body());

        JsonObject things = json.getObj("things");
        assertThat(strings(things, "added")).containsExactly("https://w3id.org/zhice/id/task/2031-004");
        assertThat(strings(things, "removed")).containsExactly("https://w3id.org/zhice/id/task/2031-003");
        assertThat(strings(things, "changed")).containsExactly("https://w3id.org/zhice/id/task/2031-001");
        assertThat(json.getObj("quads").get("added").toString()).isEqualTo("4");
        assertThat(json.getObj("quads").get("removed").toString()).isEqualTo("4");
        assertThat(json.getArray("graphs")).isEmpty();
        assertThat(json.getArray("classes")).hasSize(1);
        assertThat(json.getArray("answers")
                        .map(answer -> answer.getAsObject().toString().replaceAll("\\s+", ""))
                        .toList())
                .containsExactly(
                        "{\"query\":\"rare\",\"before\":1,\"after\":null}",
                        "{\"query\":\"tasks-of-an-agency\",\"before\":3,\"after\":2}");
        assertThat(json.getString("patch")).isEqualTo(PUBLIC + path + ".rdfp");
        HttpResponse<String> page = SERVER.browse(path);
        assertThat(page.body())
                .contains("4 quads are new, 4 are gone.")
                .contains("<a href=\"/id/task/2031-004\"><code>task:2031-004</code></a>")
                .contains("<li><code>task:2031-003</code>")
                .contains("<a href=\"/queries/tasks-of-an-agency\">");
        assertThat(SERVER.browse(path + "?lang=zh").body()).contains("新增 4 个四元组");
    }

    @Test
    void nothing_changed_from_a_release_to_itself() {
        JsonObject json =
                JSON.parse(SERVER.get("/releases/" + THIRD + "/" + THIRD).body());

        assertThat(Stream.of("added", "removed", "changed")
                        .flatMap(kind -> json.getObj("things").getArray(kind)))
                .isEmpty();
        assertThat(SERVER.browse("/releases/" + THIRD + "/" + THIRD).body()).contains("All counts are the same.");
    }

    @Test
    void what_cannot_be_told_without_a_dump_is_said_and_the_rest_is_told() {
        String path = "/releases/" + FIRST + "/" + THIRD;
        JsonObject json = JSON.parse(SERVER.get(path).body());

        assertThat(strings(json, "missing")).containsExactly(FIRST);
        assertThat(json.get("things").isNull()).isTrue();
        assertThat(json.get("patch").isNull()).isTrue();
        assertThat(json.getArray("answers")).hasSize(2);
        assertThat(SERVER.browse(path).body())
                .contains("which things changed cannot be told")
                .doesNotContain(".rdfp");
        HttpResponse<String> patch = SERVER.get(path + ".rdfp");
        assertThat(patch.statusCode()).isEqualTo(410);
        assertThat(patch.body()).contains("/releases/" + FIRST);
    }

    @Test
    void the_patch_makes_one_release_of_the_other() {
        HttpResponse<String> answer = SERVER.get("/releases/" + SECOND + "/" + THIRD + ".rdfp");
        assertThat(header(answer, "Content-Type")).isEqualTo("application/rdf-patch");
        RDFPatch patch = RDFPatchOps.read(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        data.executeWrite(() -> quads(MadeUpReleases.SECOND).forEach(data::add));

        RDFPatchOps.applyChange(data, patch);

        assertThat(patch.getId().getURI()).isEqualTo("https://w3id.org/zhice/id/release/" + THIRD);
        assertThat(patch.getPrevious().getURI()).isEqualTo("https://w3id.org/zhice/id/release/" + SECOND);
        data.begin(ReadWrite.READ);
        assertThat(data.stream().toList()).containsExactlyInAnyOrderElementsOf(quads(MadeUpReleases.THIRD));
        data.end();
    }

    /** What RFC 4287 asks of a feed and of an entry, in 4.1.1 and 4.1.2. */
    @Test
    void the_feed_is_valid_atom_with_absolute_addresses() throws Exception {
        HttpResponse<String> answer = SERVER.get("/releases.atom");
        assertThat(header(answer, "Content-Type").replace(" ", "")).isEqualTo("application/atom+xml;charset=utf-8");
        Element feed = atom(answer.body());

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(texts(feed, "id")).containsExactly("https://w3id.org/zhice/releases");
        assertThat(texts(feed, "title")).hasSize(1).noneMatch(String::isBlank);
        assertThat(texts(feed, "updated")).containsExactly("2031-05-03T08:00:00Z");
        assertThat(children(feed, "author"))
                .hasSize(1)
                .allMatch(author -> !texts(author, "name").isEmpty());
        assertThat(hrefs(feed, "self")).containsExactly(PUBLIC + "/releases.atom");
        List<Element> entries = children(feed, "entry");
        assertThat(entries).hasSize(3);
        assertThat(entries.stream().flatMap(entry -> texts(entry, "id").stream()))
                .containsExactly(
                        "https://w3id.org/zhice/id/release/" + THIRD,
                        "https://w3id.org/zhice/id/release/" + SECOND,
                        "https://w3id.org/zhice/id/release/" + FIRST);
        for (Element entry : entries) {
            assertThat(texts(entry, "title")).hasSize(1).noneMatch(String::isBlank);
            assertThat(texts(entry, "updated")).hasSize(1).allMatch(date -> OffsetDateTime.parse(date) != null);
            assertThat(texts(entry, "summary")).hasSize(1).noneMatch(String::isBlank);
            assertThat(hrefs(entry, "alternate")).hasSize(1).allMatch(href -> href.startsWith(PUBLIC + "/releases/"));
        }
        assertThat(hrefs(entries.get(0), "enclosure")).hasSize(2).contains(PUBLIC + NQUADS);
        assertThat(hrefs(entries.get(2), "enclosure")).isEmpty();
        assertThat(SERVER.get("/releases.atom", "Accept-Language", "zh").body()).contains("知策：版本");
    }

    @Test
    void a_server_without_dumps_says_so() throws Exception {
        assertThat(BARE.browse("/dumps/").body()).contains("There is no release here yet");
        assertThat(BARE.browse("/releases?lang=zh").body()).contains("此处尚无版本");
        assertThat(BARE.get("/releases").body().strip()).isEqualTo("[ ]");
        assertThat(BARE.get("/dumps/latest.nq.gz").statusCode()).isEqualTo(404);
        assertThat(BARE.get("/dumps/latest.nq.gz").body()).contains("a build writes it");
        assertThat(children(atom(BARE.get("/releases.atom").body()), "entry")).isEmpty();
    }

    private static List<Quad> quads(List<String> lines) {
        List<Quad> quads = new ArrayList<>();
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(String.join("\n", lines), Lang.NQUADS)
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .parse(data);
        data.stream().forEach(quads::add);
        return quads;
    }

    private static List<String> strings(JsonObject json, String name) {
        return json.getArray(name).map(value -> value.getAsString().value()).toList();
    }

    private static Element atom(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        return document.getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element
                    && element.getLocalName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static List<String> texts(Element parent, String name) {
        return children(parent, name).stream().map(Element::getTextContent).toList();
    }

    private static List<String> hrefs(Element parent, String relation) {
        return children(parent, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(relation))
                .map(link -> link.getAttribute("href"))
                .toList();
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
