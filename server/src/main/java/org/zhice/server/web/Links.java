package org.zhice.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.store.Queries;
import org.zhice.store.Terms;

/** Addresses of our pages. */
public final class Links {
    private static final Set<String> POSTED = Set.of("/sparql", "/reconcile");
    private static final String MCP = "/mcp";
    private static final Pattern BROWSED = Pattern.compile(Terms.ID + "(agency|topic|instrument)/(.+)");

    private static final Pattern PASSAGE = Pattern.compile(Terms.ID + "passage/((.+)-\\d+-\\d+)");

    /** What charts are drawn with, at the version of the jar on the class path; most pages never load it. */
    static final String CHARTS = Queries.text(Links.class, "/META-INF/maven/org.mvnpm/echarts/pom.properties")
            .replaceFirst("(?s).*version=(\\S+).*", "/webjars/echarts/$1/dist/echarts.min.js");

    private Links() {}

    /** The SPARQL endpoint: the name of the dataset in {@code fuseki-config/zhice.ttl}. */
    public static final String SPARQL = "/sparql";

    /** What the paths of files begin with that belong to the program. */
    public static final List<String> FILES = List.of("/static/", "/webjars/");

    /** Where lists of names are matched. */
    public static final String RECONCILE = "/reconcile";

    /** The documents and their texts. */
    public static final String DOCUMENTS = "/documents";

    /** CC BY 4.0. */
    public static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    /** The saved queries as an API. */
    public static final String API = "/openapi.json";

    /**
     * Where our own server tells of a thing of the graph: what its IRI says, at this server. An IRI of others stays as it
     * is.
     */
    public static String local(String iri) {
        return iri.startsWith(Terms.BASE) ? iri.substring(Terms.BASE.length() - 1) : iri;
    }

    /** The address of a file of our pages, which may be kept for ever. */
    public static String file(String name) {
        return Files.address(name);
    }

    /** The answer to a saved query. */
    public static String query(String id) {
        return "/queries/" + encode(id);
    }

    /**
     * Where the tasks that have to do with a thing are browsed; null if they are not browsed by such things.
     *
     * @param iri of a thing of ours; the facet is called as its kind
     */
    public static String explore(String iri) {
        Matcher browsed = BROWSED.matcher(iri);
        return browsed.matches() ? "/explore" + parameters(Map.of(browsed.group(1), browsed.group(2))) : null;
    }

    /**
     * Where a document is read: its text, or else its outline.
     *
     * @param document its local name
     */
    public static String text(String document) {
        return DOCUMENTS + "/" + document + "/text";
    }

    /** Where a passage is marked in its text, told by the name of the passage; empty for any other thing. */
    public static Optional<String> marked(String iri) {
        Matcher passage = PASSAGE.matcher(iri);
        return passage.matches() ? Optional.of(text(passage.group(2)) + "#" + passage.group(1)) : Optional.empty();
    }

    /** A query string, with its question mark. */
    public static String parameters(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** The editor with a query in it; what follows the hash stays in the browser. */
    public static String editor(String sparql) {
        return "/sparql#query=" + encode(sparql);
    }

    /** A link of the header {@code Link}, with its relation as registered by IANA. */
    public static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }

    /** The header {@code Link} of an answer: its licence, the description of what is asked and of the API, and more. */
    public static String header(List<String> more) {
        Stream<String> always =
                Stream.of(link(LICENCE, "license"), link(SPARQL, "describedby"), link(API, "service-desc"));
        return Stream.concat(always, more.stream()).collect(Collectors.joining(", "));
    }

    /** What can be done at an address, as the header {@code Allow} lists it. */
    public static String methods(String path) {
        if (path.equals(MCP)) {
            return "POST, OPTIONS";
        }
        return POSTED.contains(path) ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
