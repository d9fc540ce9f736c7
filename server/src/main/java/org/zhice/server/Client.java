package org.zhice.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/**
 * Who asks, as far as it decides the form of an answer.
 *
 * @param language the language of the page: asked for in the address, remembered, or that of the browser
 * @param chosen whether the language was asked for in the address
 * @param accept the {@code Accept} header
 * @param path the path asked for
 * @param query the query string, empty if there is none
 */
record Client(Language language, boolean chosen, String accept, String path, String query) {
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)lang=(en|zh)(?=&|$)");
    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)lang=(en|zh)(?=;|$)");

    static Client of(HttpServletRequest request) {
        return of(request::getHeader, request.getRequestURI(), request.getQueryString());
    }

    /** For answers given outside of servlets. */
    static Client of(Request request) {
        return of(
                request.getHeaders()::get,
                request.getHttpURI().getPath(),
                request.getHttpURI().getQuery());
    }

    private static Client of(UnaryOperator<String> header, String path, String queryString) {
        String query = queryString == null ? "" : queryString;
        Optional<Language> chosen = find(PARAMETER, query);
        Language language = chosen.or(() -> find(COOKIE, header.apply("Cookie")))
                .orElseGet(() -> Language.accepted(header.apply("Accept-Language")));
        return new Client(language, chosen.isPresent(), header.apply("Accept"), path == null ? "" : path, query);
    }

    /** Whether a person sits before it: browsers name HTML, programs do not. */
    boolean isBrowser() {
        return accept != null && accept.contains("text/html") && Accepted.prefers(accept, "text/html");
    }

    /** The address of this page in the other language. */
    String switched() {
        String rest = PARAMETER.matcher(query).replaceAll("").replaceFirst("^&", "");
        return "?" + (rest.isEmpty() ? "" : rest + "&") + "lang="
                + language.other().tag();
    }

    private static Optional<Language> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text == null ? "" : text);
        return matcher.find() ? Language.of(matcher.group(1)) : Optional.empty();
    }
}
