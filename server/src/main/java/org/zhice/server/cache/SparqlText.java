package org.zhice.server.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.server.protocol.Parameters;
import org.zhice.server.protocol.ProtocolException;
import org.zhice.server.protocol.Utf8;

/** What a request of the SPARQL protocol asks, in one spelling for GET, a posted form and a posted query. */
final class SparqlText {
    private static final String QUERY = "query";
    private static final Pattern TIMEOUT = Pattern.compile("\\x00timeout\\x00 *([0-9]{1,6}(?:\\.[0-9]{1,3})?) *\\x00");

    private SparqlText() {}

    /**
     * One spelling of a request.
     *
     * @param address its query string
     * @param type of its body, in small letters without parameters; empty if there is none
     * @param body what was posted
     * @return empty if it asks not one query, or cannot be read
     */
    static Optional<String> of(String address, String type, byte[] body) {
        try {
            Map<String, List<String>> all = new TreeMap<>(Parameters.of(address));
            switch (type) {
                case "" -> {}
                case "application/x-www-form-urlencoded" ->
                    Parameters.of(body).forEach((name, values) -> values.forEach(add(all, name)));
                case "application/sparql-query" -> add(all, QUERY).accept(Utf8.text(body));
                default -> {
                    return Optional.empty();
                }
            }
            return all.getOrDefault(QUERY, List.of()).size() == 1 ? Optional.of(text(all)) : Optional.empty();
        } catch (ProtocolException e) {
            return Optional.empty();
        }
    }

    private static Consumer<String> add(Map<String, List<String>> all, String name) {
        return value -> all.computeIfAbsent(name, some -> new ArrayList<>()).add(value);
    }

    /** U+0000 stands in no parameter. */
    private static String text(Map<String, List<String>> all) {
        StringBuilder text = new StringBuilder();
        all.forEach((name, values) -> values.forEach(value -> text.append(name)
                .append('\0')
                .append(name.equals(QUERY) ? value.strip() : value)
                .append('\0')));
        return text.toString();
    }

    /** How long a client waits for an answer: as long as any may take, or as it says itself. */
    static Duration patience(String asked, Duration most) {
        Matcher own = TIMEOUT.matcher(asked);
        Duration said = own.find() ? Duration.ofMillis((long) (1_000 * Double.parseDouble(own.group(1)))) : most;
        return said.isZero() || said.compareTo(most) > 0 ? most : said;
    }
}
