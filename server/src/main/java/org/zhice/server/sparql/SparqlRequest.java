package org.zhice.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonString;
import org.zhice.server.protocol.Parameters;
import org.zhice.server.protocol.Posted;
import org.zhice.server.web.Problem;

/**
 * A request of the SPARQL 1.1 Protocol. It has the parameters of the protocol, those by which clients name the form of the
 * answer, and none that are not documented: what they might do would be a surprise.
 *
 * @param parameters what was asked for; a query that was sent as the body stands among them
 */
record SparqlRequest(Map<String, List<String>> parameters) {
    static final String QUERY = "query";
    static final String DEFAULT_GRAPH = "default-graph-uri";
    static final String NAMED_GRAPH = "named-graph-uri";

    /** Clients call it each of these, and some send all three. */
    static final List<String> FORMAT = List.of("format", "output", "results");

    private static final String TIMEOUT = "timeout";
    private static final List<String> SINGLE = List.of(QUERY, "format", "output", "results", TIMEOUT, "lang");
    private static final List<String> ALL =
            List.of(QUERY, DEFAULT_GRAPH, NAMED_GRAPH, "format", "output", "results", TIMEOUT, "lang");

    private static final String SPARQL_QUERY = "application/sparql-query";
    private static final String SPARQL_UPDATE = "application/sparql-update";

    /**
     * Reads a request and its body.
     *
     * @throws Problem 400 for parameters that are not documented, come twice or cannot have their value, 403 for an update,
     *     415 for a body of another type
     * @throws org.zhice.server.protocol.ProtocolException 400 and 415 for what is not in UTF-8
     */
    static SparqlRequest of(HttpServletRequest request) {
        boolean posted = request.getMethod().equals("POST");
        String address = Optional.ofNullable(request.getQueryString()).orElse("");
        Map<String, List<String>> all = new LinkedHashMap<>(Parameters.of(address));
        if (posted) {
            body(request).forEach((name, values) -> all.merge(name, values, SparqlRequest::both));
        }
        SparqlRequest read = new SparqlRequest(all);
        read.requireDocumented();
        if (posted && read.query().isEmpty()) {
            throw Problem.of(400, "no-query");
        }
        return read;
    }

    private static Map<String, List<String>> body(HttpServletRequest request) {
        String type = Posted.type(request);
        return switch (type) {
            case Posted.FORM -> Posted.form(request);
            case SPARQL_QUERY -> Map.of(QUERY, List.of(Posted.text(request)));
            case SPARQL_UPDATE -> throw Problem.of(403, "read-only");
            case "" -> Map.of();
            default -> throw unsupported(type);
        };
    }

    private static Problem unsupported(String type) {
        return Problem.of(415, "query-type", type).withHeader("Accept-Post", SPARQL_QUERY + ", " + Posted.FORM);
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }

    private void requireDocumented() {
        if (parameters.containsKey("update")) {
            throw Problem.of(403, "read-only");
        }
        parameters.forEach((name, values) -> {
            if (!ALL.contains(name)) {
                throw Problem.of(400, "parameter-unknown", name, "", String.join(", ", ALL))
                        .with("parameter", new JsonString(name))
                        .with("expected", new JsonString(String.join(", ", ALL)));
            }
            if (SINGLE.contains(name) && values.size() > 1) {
                throw Problem.of(400, "parameter-repeated", name).with("parameter", new JsonString(name));
            }
        });
        format();
        value(TIMEOUT)
                .filter(text -> !text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?"))
                .ifPresent(text -> {
                    throw Problem.option(TIMEOUT, text, "1–999999");
                });
    }

    /** @throws Problem 400 for a query without any text */
    Optional<String> query() {
        Optional<String> text = Optional.ofNullable(parameters.get(QUERY)).map(values -> values.get(0));
        if (text.filter(String::isBlank).isPresent()) {
            throw Problem.of(400, "no-query");
        }
        return text;
    }

    /**
     * The form that is asked for by name.
     *
     * @throws Problem 400 if there are several
     */
    Optional<String> format() {
        List<String> names =
                FORMAT.stream().flatMap(name -> value(name).stream()).distinct().toList();
        if (names.size() > 1) {
            throw Problem.of(400, "parameter-repeated", String.join("/", FORMAT));
        }
        return names.stream().findFirst();
    }

    private Optional<String> value(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
