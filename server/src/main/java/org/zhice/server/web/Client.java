package org.zhice.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/**
 * Who asks what.
 *
 * @param language the language of the page: asked for in the address, remembered, or that of the browser
 * @param chosen whether the language was asked for in the address
 * @param accept the {@code Accept} header; null if there is none
 * @param held the {@code If-None-Match} header; empty if there is none
 * @param url the address asked for, as the client wrote it, without the query string
 * @param path its path
 * @param rest what follows the address of the page in the path, decoded and without its slash
 * @param query the query string, empty if there is none
 * @param parameters the parameters in it, decoded, each with all its values
 */
public record Client(
        Language language,
        boolean chosen,
        String accept,
        String held,
        String url,
        String path,
        String rest,
        String query,
        Map<String, List<String>> parameters) {
    /** Of other requests the body is not read: it may be too long, or no form. */
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)lang=(en|zh)(?=&|$)");
    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)lang=(en|zh)(?=;|$)");

    /** The client of a request to a page. */
    public static Client of(HttpServletRequest request) {
        return of(request, READING.contains(request.getMethod()));
    }

    /** The client that posts a form: its fields are parameters too. */
    static Client ofForm(HttpServletRequest request) {
        return of(request, true);
    }

    private static Client of(HttpServletRequest request, boolean reads) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (reads) {
            request.getParameterMap().forEach((name, values) -> parameters.put(name, List.of(values)));
        }
        String rest = Optional.ofNullable(request.getPathInfo()).orElse("").replaceFirst("^/", "");
        return of(
                request::getHeader,
                request.getRequestURL().toString(),
                text(request.getRequestURI()),
                rest,
                text(request.getQueryString()),
                parameters);
    }

    /** For answers given outside of servlets, which look at no parameters. */
    public static Client of(Request request) {
        return of(
                request.getHeaders()::get,
                request.getHttpURI().asString().replaceFirst("\\?.*", ""),
                text(request.getHttpURI().getPath()),
                "",
                text(request.getHttpURI().getQuery()),
                Map.of());
    }

    private static Client of(
            UnaryOperator<String> header,
            String url,
            String path,
            String rest,
            String query,
            Map<String, List<String>> parameters) {
        Optional<Language> chosen = find(PARAMETER, query);
        Language language = chosen.or(() -> find(COOKIE, text(header.apply("Cookie"))))
                .orElseGet(() -> Language.accepted(header.apply("Accept-Language")));
        return new Client(
                language,
                chosen.isPresent(),
                header.apply("Accept"),
                text(header.apply("If-None-Match")),
                url,
                path,
                rest,
                query,
                parameters);
    }

    /** The first value of a parameter; empty if it is not given. */
    public Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Where the server stands, without a slash at the end: what was asked for without its path. */
    public String site() {
        return url.endsWith(path) ? url.substring(0, url.length() - path.length()) : url;
    }

    /** Whether a person sits before it: browsers name HTML, programs do not. */
    public boolean isBrowser() {
        return accept != null && accept.contains("text/html") && Accepted.prefers(accept, "text/html");
    }

    /** The address of this page in the other language. */
    public String switched() {
        return queryIn(language.other());
    }

    /** The absolute address of this page as it was asked for: in one language only if the address said so. */
    String canonical() {
        return chosen ? in(language) : inAny();
    }

    /** The absolute address of this page in a language. */
    String in(Language wanted) {
        return site() + path + queryIn(wanted);
    }

    /** The absolute address of this page in the language of whoever reads it. */
    String inAny() {
        String rest = queryWithoutLanguage();
        return site() + path + (rest.isEmpty() ? "" : "?" + rest);
    }

    private String queryIn(Language wanted) {
        String rest = queryWithoutLanguage();
        return "?" + (rest.isEmpty() ? "" : rest + "&") + "lang=" + wanted.tag();
    }

    private String queryWithoutLanguage() {
        return PARAMETER.matcher(query).replaceAll("").replaceFirst("^&", "");
    }

    private static Optional<Language> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Language.of(matcher.group(1)) : Optional.empty();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
