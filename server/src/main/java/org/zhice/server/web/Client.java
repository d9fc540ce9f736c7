package org.zhice.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;
import org.zhice.server.protocol.Accepted;
import org.zhice.server.protocol.Parameters;
import org.zhice.server.protocol.Posted;
import org.zhice.server.protocol.ProtocolException;

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
    private static final String LANG = "lang";
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)lang=([^&]*)");
    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)lang=([^;]*)");

    /** The client of a request to a page; no body is read. */
    public static Client of(HttpServletRequest request) {
        return of(request, Map.of());
    }

    /**
     * The client that posts a form: its fields are parameters too.
     *
     * @throws ProtocolException as {@link Posted#form}
     */
    static Client ofForm(HttpServletRequest request) {
        return of(request, Posted.form(request));
    }

    private static Client of(HttpServletRequest request, Map<String, List<String>> form) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(Parameters.of(text(request.getQueryString())));
        form.forEach((name, values) -> parameters.merge(name, values, Client::both));
        String rest = Optional.ofNullable(request.getPathInfo()).orElse("").replaceFirst("^/", "");
        return of(
                name -> joined(Collections.list(request.getHeaders(name))),
                request.getRequestURL().toString(),
                text(request.getRequestURI()),
                rest,
                text(request.getQueryString()),
                parameters);
    }

    /** For answers given outside of servlets, which look at no parameters. */
    public static Client of(Request request) {
        return of(
                name -> joined(request.getHeaders().getValuesList(name)),
                request.getHttpURI().asString().replaceFirst("\\?.*", ""),
                text(request.getHttpURI().getPath()),
                "",
                text(request.getHttpURI().getQuery()),
                Map.of());
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.of(one, other).flatMap(List::stream).toList();
    }

    /** A header that comes more than once is one list; null if it does not come. */
    private static String joined(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", values);
    }

    private static Client of(
            UnaryOperator<String> header,
            String url,
            String path,
            String rest,
            String query,
            Map<String, List<String>> parameters) {
        return new Client(
                language(query, text(header.apply("Cookie")), () -> Language.accepted(header.apply("Accept-Language"))),
                find(PARAMETER, query).isPresent(),
                header.apply("Accept"),
                text(header.apply("If-None-Match")),
                url,
                path,
                rest,
                query,
                parameters);
    }

    /**
     * The language of a client: asked for in the address, or else remembered, or else that of its browser.
     *
     * @param query of the address
     * @param cookie the header {@code Cookie}
     */
    public static Language language(String query, String cookie, Supplier<Language> accepted) {
        return find(PARAMETER, query).or(() -> find(COOKIE, cookie)).orElseGet(accepted);
    }

    /** The first value of a parameter; empty if it is not given. */
    public Optional<String> parameter(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /**
     * The only value of a parameter; empty if it is not given, or nothing as its value.
     *
     * @throws Problem 400 if it is given with several values
     */
    public Optional<String> only(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Problem.of(400, "parameter-repeated", name);
        }
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /**
     * Refuses languages that there are no pages in.
     *
     * @throws Problem 400 if one is asked for
     */
    public void requireLanguage() {
        only(LANG).filter(tag -> Language.of(tag).isEmpty()).ifPresent(tag -> {
            throw Problem.option(LANG, tag, "en, zh");
        });
    }

    /** Where the server stands, without a slash at the end: what was asked for without its path. */
    public String site() {
        return url.endsWith(path) ? url.substring(0, url.length() - path.length()) : url;
    }

    /** The address without slashes at its end; it begins with one, as with two it would be another server's. */
    String withoutSlash() {
        return path.replaceFirst("/+$", "").replaceFirst("^/+", "/") + (query.isEmpty() ? "" : "?" + query);
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
