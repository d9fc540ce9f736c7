package org.zhice.server;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses of our pages. */
final class Links {
    private Links() {}

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

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
