package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhice.server.front.Wire;

/** Whatever is sent to whatever address: an answer comes, it is no failure of ours, and it shows nothing from inside. */
@Timeout(300)
class RubbishTest {
    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    private static final List<String> ADDRESSES = List.of(
            "/",
            "/.well-known/sparql-examples",
            "/.well-known/void",
            "/concept/",
            "/coverage",
            "/dataset",
            "/dumps/",
            "/graph/source-plan-2023",
            "/healthz",
            "/id",
            "/id/agency/",
            "/id/agency/cnipa",
            "/id/agency/cnipa.html",
            "/id/agency/cnipa.rdf",
            "/id/agency/cnipa.csl.json",
            "/linkset/wikidata",
            "/ontology",
            "/ontology.ttl",
            "/laws",
            "/laws/trademark-law",
            "/network",
            "/openapi.json",
            "/plans/compare",
            "/prefixes.json",
            "/queries",
            "/queries/tasks-of-an-agency",
            "/queries/tasks-of-an-agency/about",
            "/queries/words",
            "/reconcile",
            "/reconcile/flyout/entity",
            "/reconcile/preview",
            "/reconcile/properties",
            "/reconcile/suggest/entity",
            "/reconcile/view",
            "/releases",
            "/releases/20230101",
            "/releases.atom",
            "/robots.txt",
            "/explore",
            "/search",
            "/sitemap.xml",
            "/sparql",
            "/static/zhice.css",
            "/tables/",
            "/webjars/x",
            "/nothing");

    /** Nothing is there, or nothing without parameters. */
    private static final List<String> BARE = List.of(
            "/nothing",
            "/webjars/x",
            "/releases/20230101",
            "/concept/",
            "/tables/",
            "/linkset/wikidata",
            "/reconcile/flyout/entity",
            "/reconcile/preview",
            "/reconcile/view");

    private static final List<String> PARAMETERS = List.of(
            "",
            "?",
            "?&&=&=",
            "?lang=%00",
            "?lang=zh%0d%0aX:%20y",
            "?lang=<script>",
            "?format=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
            "?format=ttl&format=csv",
            "?page=-1&page-size=99999999999999999999",
            "?page=%F0%A0%AE%B7",
            "?q=%22%5B(%7B%5C",
            "?q=*&type=x&year=y",
            "?query=%7B%7D%7D",
            "?query=SELECT%20(STRLANG(%22a%22,%22no%20tag%22)%20AS%20?x)%20%7B%7D",
            "?query=SELECT%20(REGEX(%22a%22,%22(%22)%20AS%20?x)%20%7B%7D",
            "?query=SELECT%20*%20%7B%20?s%20%3Chttp://jena.apache.org/text%23query%3E%20%22a:%5B%22%20%7D",
            "?query=SELECT%20(1/0%20AS%20?x)%20(%3Cx:y%3E(1)%20AS%20?z)%20%7B%7D",
            "?query=ASK%7B%7D&stylesheet=x&callback=y",
            "?queries=%5B&extend=%7B",
            "?queries=%7B%22a%22:1%7D",
            "?extend=5",
            "?prefix=%FF",
            "?id=%ZZ",
            "?cursor=x&limit=y",
            "?part=x",
            "?agency=%E2%80%8B&year=NaN&evidence=maybe",
            "?default-graph-uri=%20%3C%3E&query=ASK%7B%7D",
            "?%C3%28=1",
            "?a=" + "x".repeat(2_000),
            "/..;/..;/a",
            "//x",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/%E4%B8%AD%F0%A0%AE%B7",
            "/%F0%A0",
            ".rdf",
            ";jsessionid=1");

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get");

    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=no-such",
            "application/sparql-query",
            "application/sparql-query; charset=\"",
            "application/json",
            "application/json; charset=utf-16",
            "multipart/form-data",
            "text/plain",
            "/;=",
            "application/sparql-update");

    private static final List<String> BODIES = List.of(
            "",
            "not json",
            "[]",
            "null",
            "{\"jsonrpc\":\"2.0\",\"id\":9}",
            "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"x\"}]",
            "{\"a\":",
            "query=%",
            "queries=%7B%22q0%22%3A%7B%22query%22%3A5%7D%7D",
            "extend=%7B%22ids%22%3A7%7D",
            "\u00D7\u00A8\u00C0\u00FB",
            "\u00EF\u00BB\u00BFASK {}",
            "SELECT * { ?s ?p \u00E2\u0080\u009Cx\u00E2\u0080\u009D }",
            "\0\0\0",
            "a=1&".repeat(500));

    private static final List<String> HEADERS = List.of(
            "Accept: text/html",
            "Accept: image/png",
            "Accept: ;;;,q=1,*/csv, \"",
            "Accept: text/csv ; q = nan, */*;q=2",
            "Accept: application/json\r\nAccept: text/turtle;q=0",
            "Accept-Language: zh-CN, \u00E4;q=x",
            "Accept-Language: " + "a-".repeat(500),
            "Accept-Encoding: gzip;q=x, br, identity;q=0",
            "Accept-Charset: gbk",
            "If-None-Match: \"",
            "If-None-Match: W/*, ,\"\"",
            "If-Modified-Since: yesterday",
            "Range: bytes=9-1,-",
            "Cookie: lang=\"; lang=zh; =;;",
            "Cookie: \u0080\u00FF",
            "Content-Encoding: gzip",
            "Content-Encoding: br",
            "Expect: 200-ok",
            "Origin: null",
            "Origin: http://evil.example",
            "Access-Control-Request-Headers: a b, \",,\t",
            "X-Forwarded-For: ', <script>",
            "X-Forwarded-Proto: javascript",
            "Forwarded: for=\"[::1",
            "X-Request-Id: \u001B[31m",
            "Mcp-Protocol-Version: 1999-01-01",
            "Mcp-Session-Id: x",
            "Last-Event-ID: \u00FF",
            "Authorization: Basic !!!",
            "Upgrade: h2c\r\nConnection: Upgrade",
            "Host: evil.example");

    private static final Pattern INSIDE = Pattern.compile(
            "\\bat (?:org|java|jakarta|com)\\.|\\w(?:Exception|Error)\\b|\\borg\\.(?:apache|eclipse|zhice)\\.|\\bnull\\b");

    @Test
    void addresses_are_there() {
        List<String> missing = ADDRESSES.stream()
                .filter(address -> !BARE.contains(address))
                .filter(address -> SERVER.get(address).statusCode() == 404)
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void rubbish_in_each_address_brings_a_clear_answer() throws IOException {
        for (String address : ADDRESSES) {
            for (String parameters : PARAMETERS) {
                ask("GET", address + parameters, "Accept: */*", "");
            }
        }
    }

    /** Each seed is a request; the message of a failure holds it whole. */
    @Test
    void rubbish_in_methods_headers_and_bodies_brings_a_clear_answer() throws IOException {
        int requests = Integer.getInteger("zhice.rubbish", 1_500);
        for (long seed = 0; seed < requests; seed++) {
            Random random = new Random(seed);
            String method = any(random, METHODS);
            String path = any(random, ADDRESSES) + (random.nextInt(3) == 0 ? any(random, PARAMETERS) : "");
            List<String> headers = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                headers.add(any(random, HEADERS));
            }
            boolean posts = random.nextBoolean();
            if (posts) {
                headers.add("Content-Type: " + any(random, TYPES));
            }
            ask(method, path, String.join("\r\n", headers), posts ? any(random, BODIES) : "");
        }
    }

    private static String any(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static void ask(String method, String path, String headers, String body) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\n"
                + (headers.contains("Host:") ? "" : "Host: localhost\r\n")
                + (headers.isEmpty() ? "" : headers + "\r\n")
                + (headers.contains("Connection:") ? "" : "Connection: close\r\n")
                + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n")
                + "\r\n" + body;
        URI server = URI.create(SERVER.url("/"));
        try (Wire wire = new Wire(server.getHost(), server.getPort())) {
            requireClear(request, wire.send(request).end().rest());
        }
    }

    private static void requireClear(String request, String answer) {
        assertThat(answer).as(request).matches("(?s)HTTP/1\\.1 (?:[234]\\d\\d|501|503) .*");
        String status = answer.substring(9, 12);
        if (status.equals("100") || status.equals("101")) {
            return;
        }
        String head = answer.replaceFirst("(?s)\r\n\r\n.*", "");
        assertThat(head).as(request).contains("X-Content-Type-Options: nosniff");
        if (!request.contains(" /$/")) {
            assertThat(head).as(request).contains("Access-Control-Allow-Origin: *");
        }
        assertThat(answer).as(request).doesNotContain("<script>alert", "\r\nX: y");
        if (status.charAt(0) >= '4') {
            assertThat(INSIDE.matcher(answer).results().map(found -> found.group()))
                    .as("%s\n%s", request, answer)
                    .isEmpty();
        }
    }
}
