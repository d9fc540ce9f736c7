package org.zhice.server.sparql;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/** A response without what Fuseki says of each answer: that nobody shall keep it, and that it depends on whence it is asked. */
final class SparqlResponse extends HttpServletResponseWrapper {
    SparqlResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void setHeader(String name, String value) {
        if (!isFusekis(name, value)) {
            super.setHeader(name, value);
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
