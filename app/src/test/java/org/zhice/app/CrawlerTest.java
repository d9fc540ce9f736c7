package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhice.server.ZhiceServer;

/** A crawler that begins at the home page, keeps to robots.txt and follows every link, over the real store. */
class CrawlerTest {
    private static final String BASE = "https://w3id.org/zhice";
    private static final int THREADS = 4;

    /** A page has many other forms and other questions; of each so many are looked at. */
    private static final int OTHER_FORMS = 20;

    private static final int OTHER_LANGUAGE = 40;
    private static final int QUESTIONS = 10;

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final Pattern THING = Pattern.compile("/(?:id/[^/?]+|concept|graph)/[^/?]+");
    private static final Pattern PAGE = Pattern.compile("page=[0-9]+");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private static ZhiceServer server;
    private static List<String> disallowed;

    /** What was linked, and of what was asked for the status. */
    private static final Set<String> LINKED = new HashSet<>();

    private static final Map<String, Integer> STATUS = new TreeMap<>();
    private static final Map<String, Integer> ASKED = new TreeMap<>();

    /** What a page is, and what it leads to. */
    private record Found(String path, int status, List<String> links) {}

    @BeforeAll
    static void crawl() throws Exception {
        server = Shipped.server();
        disallowed = get("/robots.txt")
                .body()
                .lines()
                .filter(line -> line.startsWith("Disallow: "))
                .map(line -> line.substring("Disallow: ".length()))
                .toList();
        follow(List.of("/"));
    }

    /** What stands in place of a name that was given up says which name that was; it tells the way back (410). */
    @Test
    void no_link_is_broken() throws Exception {
        List<String> retired = paths("SELECT ?s { ?s <http://www.w3.org/2002/07/owl#deprecated> true }");

        assertThat(disallowed).isNotEmpty();
        assertThat(retired).isNotEmpty();
        assertThat(STATUS).hasSizeGreaterThan(3_000);
        assertThat(STATUS.entrySet().stream()
                        .filter(asked -> asked.getValue() >= 400)
                        .filter(asked -> asked.getValue() != 410 || !retired.contains(asked.getKey())))
                .isEmpty();
    }

    @Test
    void every_thing_of_the_store_is_reached_from_the_home_page() throws Exception {
        List<String> all = things();

        assertThat(all).hasSizeGreaterThan(2_500);
        assertThat(LINKED).containsAll(all);
    }

    @Test
    void every_address_of_the_sitemap_answers() throws Exception {
        List<String> listed = Pattern.compile("<loc>([^<]+)</loc>")
                .matcher(get("/sitemap.xml").body())
                .results()
                .map(found -> path(found.group(1)))
                .toList();
        assertThat(listed)
                .contains("/", "/coverage", "/ontology.html", "/tables/", "/queries/tasks-on-a-topic")
                .containsAll(things().stream().map(thing -> thing + ".html").toList());

        follow(listed);

        assertThat(listed).filteredOn(CrawlerTest::isAsked).allMatch(path -> STATUS.get(path) == 200);
    }

    /** Each class that has things shows a query; one that finds none of them would tell a falsehood. */
    @Test
    void the_query_of_each_class_finds_things() throws Exception {
        List<String> queries = Pattern.compile("href=\"/sparql#query=([^\"]+)\"")
                .matcher(get("/ontology.html").body())
                .results()
                .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .toList();
        assertThat(queries).hasSizeGreaterThan(25);
        List<String> fruitless = new ArrayList<>();
        for (String query : queries) {
            long rows = csv(query).size() - 1L;
            if (rows < 1) {
                fruitless.add(query);
            }
        }
        assertThat(fruitless)
                .as("no text was added here")
                .allMatch(query -> query.contains(" a zc:SourceText ") || query.contains(" a zc:Passage "));
    }

    /** Names that were given up lead nowhere. */
    private static List<String> things() throws IOException, InterruptedException {
        return paths("SELECT DISTINCT ?s { ?s ?p ?o FILTER(STRSTARTS(STR(?s), \"" + BASE + "/id/\"))"
                + " FILTER NOT EXISTS { ?s <http://www.w3.org/2002/07/owl#deprecated> true } }");
    }

    private static List<String> paths(String query) throws IOException, InterruptedException {
        return csv(query).stream()
                .skip(1)
                .map(iri -> iri.substring(BASE.length()))
                .toList();
    }

    private static List<String> csv(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(
                                server.url() + "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                        .header("Accept", "text/csv")
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(query).isEqualTo(200);
        return answer.body().lines().toList();
    }

    /** Asks for some addresses and all that they lead to, each once. */
    private static void follow(List<String> paths) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<String> next = fresh(paths);
            while (!next.isEmpty()) {
                List<String> links = new ArrayList<>();
                List<Callable<Found>> questions = next.stream()
                        .map(path -> (Callable<Found>) () -> look(path))
                        .toList();
                for (Future<Found> answer : threads.invokeAll(questions)) {
                    Found found = answer.get();
                    STATUS.put(found.path(), found.status());
                    links.addAll(found.links());
                }
                next = fresh(links);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> fresh(List<String> paths) {
        return paths.stream()
                .filter(LINKED::add)
                .filter(CrawlerTest::isAsked)
                .filter(CrawlerTest::isAmongTheFirstQuestions)
                .toList();
    }

    /** Names without their pages are not asked for; of other forms and the other language a part is, always the same. */
    private static boolean isAsked(String path) {
        boolean forbidden = disallowed.stream().anyMatch(path::startsWith);
        boolean thing = THING.matcher(path).lookingAt();
        boolean form = thing && path.matches("[^?]*\\.(?!html)[a-z.]+(\\?.*)?");
        boolean language = path.matches(".*[?&]lang=.*");
        return !forbidden
                && (!form || Math.floorMod(path.hashCode(), OTHER_FORMS) == 0)
                && (!language || Math.floorMod(path.hashCode(), OTHER_LANGUAGE) == 0);
    }

    private static boolean isAmongTheFirstQuestions(String path) {
        int query = path.indexOf('?');
        return query < 0
                || PAGE.matcher(path.substring(query + 1)).matches()
                || ASKED.merge(path.substring(0, query), 1, Integer::sum) <= QUESTIONS;
    }

    private static Found look(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = get(path);
        String type = response.headers().firstValue("Content-Type").orElse("");
        Stream<String> links = type.startsWith("text/html")
                ? LINK.matcher(response.body()).results().map((MatchResult link) -> link.group(1))
                : Stream.empty();
        return new Found(
                path,
                response.statusCode(),
                Stream.concat(links, response.headers().firstValue("Location").stream())
                        .map(link -> resolve(path, link.replace("&amp;", "&")))
                        .filter(link -> link.toString().startsWith(server.url()))
                        .map(link -> path(link.toString()))
                        .toList());
    }

    /** Java's own resolves a query alone by RFC 2396, which drops the last part of the path. */
    private static URI resolve(String path, String link) {
        String whole = link.startsWith("?") ? path.replaceFirst("\\?.*", "") + link : link;
        return URI.create(server.url()).resolve(path).resolve(whole);
    }

    private static String path(String address) {
        return address.substring(server.url().length() - 1).replaceFirst("#.*", "");
    }

    private static HttpResponse<String> get(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(server.url()).resolve(path))
                            .header("Accept", "text/html,*/*;q=0.8")
                            .header("Accept-Language", "en")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
