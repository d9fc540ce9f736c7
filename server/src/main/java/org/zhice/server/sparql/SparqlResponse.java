package org.zhice.server.sparql;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * A response without what Fuseki says of each answer: that nobody shall keep it, that it depends on headers of requests from
 * other origins, and a number of its own.
 */
final class SparqlResponse extends HttpServletResponseWrapper {
    private static final String FUSEKI_NUMBER = "Fuseki-Request-Id";

    SparqlResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!isFusekis(name, value)) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!name.equalsIgnoreCase(FUSEKI_NUMBER)) {
            super.addHeader(name, value);
        }
    }

    private static boolean isFusekis(String name, String value) {
        return switch (name) {
            case "Cache-Control" -> value.startsWith("must-revalidate");
            case "Pragma" -> true;
            case "Vary" -> value.contains("Origin");
            default -> false;
        };
    }
}
