package org.zhice.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses of our pages. */
final class Links {
    private Links() {}

    /** CC BY 4.0. */
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    static final String API = "/openapi.json";

    static String query(String id) {
        return "/queries/" + encode(id);
    }

    /** A query string, with its question mark. */
    static String parameters(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** The editor with a query in it; what follows the hash stays in the browser. */
    static String editor(String sparql) {
        return "/sparql#query=" + encode(sparql);
    }

    /** What the graph says about a thing; for a unit, of which it says nothing, the address of the unit itself. */
    static String thing(String iri) {
        return Units.isUnit(iri) ? iri : editor("DESCRIBE <" + iri + ">");
    }

    /** A link of the header {@code Link}, with its relation as registered by IANA. */
    static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }

    /** The header {@code Link} of an answer: its licence, the description of what is asked and of the API, and more. */
    static String header(List<String> more) {
        Stream<String> always =
                Stream.of(link(LICENCE, "license"), link(Store.NAME, "describedby"), link(API, "service-desc"));
        return Stream.concat(always, more.stream()).collect(Collectors.joining(", "));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
