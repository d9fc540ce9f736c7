package org.zhice.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * What holds for every address: open to pages of any origin, without credentials; OPTIONS says so; HEAD is a GET of which
 * Jetty sends the headers only.
 */
final class CommonHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> POSTED = Set.of(Links.SPARQL, "/mcp");
    private static final String EXPOSED =
            "ETag, Link, Retry-After, Zhice-Evidence-Rows, Zhice-Release, Zhice-Row-Limit, Zhice-Total-Rows";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getRequestURI().startsWith("/$/")) {
            chain.doFilter(request, response);
            return;
        }
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        switch (request.getMethod()) {
            case "OPTIONS" -> options(request, response);
            case "HEAD" -> chain.doFilter(new AsGet(request), response);
            default -> chain.doFilter(request, response);
        }
    }

    private static void options(HttpServletRequest request, HttpServletResponse response) {
        String methods = POSTED.contains(request.getRequestURI()) ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", methods);
        response.setHeader("Access-Control-Allow-Methods", methods);
        response.setHeader(
                "Access-Control-Allow-Headers",
                "Accept, Accept-Language, Content-Type, If-None-Match, Mcp-Protocol-Version");
        response.setHeader("Access-Control-Max-Age", "86400");
    }

    private static final class AsGet extends HttpServletRequestWrapper {
        AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
