package org.zhice.server.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.eclipse.jetty.io.QuietException;

/**
 * A request that is refused or failed, to be told to the client in its language.
 *
 * <p>It is one of Fuseki's errors, so that Fuseki counts it as such, and none that Jetty should log.
 */
public final class Problem extends ActionErrorException implements QuietException {
    private static final long serialVersionUID = 1L;

    /** The member with the address of a page of what was expected. */
    public static final String LIST = "list";

    private final String key;
    private final transient List<Object> args;
    private final transient Map<String, JsonValue> members;
    private final transient Map<String, String> headers;

    private Problem(
            int status, String key, List<Object> args, Map<String, JsonValue> members, Map<String, String> headers) {
        super(status, key, null);
        this.key = key;
        this.args = List.copyOf(args);
        this.members = Map.copyOf(members);
        this.headers = Map.copyOf(headers);
    }

    /**
     * A problem.
     *
     * @param status the HTTP status
     * @param key the kind of problem; its text is the message {@code problem.<key>}
     * @param args what the text speaks of
     */
    public static Problem of(int status, String key, Object... args) {
        return new Problem(status, key, List.of(args), Map.of(), Map.of());
    }

    /** An option in the address with a value that it cannot have. */
    public static Problem option(String name, String found, String expected) {
        return of(400, "option", name, found, expected)
                .with("parameter", new JsonString(name))
                .with("found", new JsonString(found))
                .with("expected", new JsonString(expected));
    }

    /** The same with a further member for programs. */
    public Problem with(String member, JsonValue value) {
        Map<String, JsonValue> more = new TreeMap<>(members);
        more.put(member, Shortened.json(value));
        return new Problem(getRC(), key, args, more, headers);
    }

    /** The same with a header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Problem(getRC(), key, args, members, more);
    }

    int status() {
        return getRC();
    }

    String key() {
        return key;
    }

    Map<String, JsonValue> members() {
        return members;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** What it says in a language. */
    public String text(Messages messages) {
        Object[] said = args.stream()
                .map(arg -> arg instanceof Phrase phrase ? phrase.text(messages) : Shortened.said(arg))
                .toArray();
        return messages.text("problem." + key, said);
    }
}
