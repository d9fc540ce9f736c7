package org.zhice.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.WebContent;

/** The forms of the answer to a saved query; the first is for whoever names none. */
enum Format {
    JSON("application/sparql-results+json application/json"),
    CSV("text/csv"),
    TSV("text/tab-separated-values"),
    XML("application/sparql-results+xml application/xml text/xml"),
    /** The text of the query itself. */
    RQ("application/sparql-query"),
    HTML("text/html");

    private final String types;

    Format(String types) {
        this.types = types;
    }

    private List<String> types() {
        return List.of(types.split(" "));
    }

    /** The name for {@code ?format=}. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The language of Jena's writer of results. */
    Lang writer() {
        return WebContent.contentTypeToLangResultSet(types().get(0));
    }

    /** The media type; UTF-8 is said where the type alone leaves it open. */
    String contentType() {
        String type = types().get(0);
        return this == JSON || this == XML ? type : type + "; charset=utf-8";
    }

    /**
     * The form asked for by {@code ?format=}, or else by the {@code Accept} header.
     *
     * @throws Problem 400 for an unknown name, 406 if nothing that is accepted can be given
     */
    static Format wanted(String name, Client client) {
        return name == null ? accepted(client.accept()) : named(name);
    }

    private static Format named(String name) {
        return Stream.of(values())
                .filter(format -> format.id().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.of(400, "format", String.join(", ", ids())));
    }

    private static Format accepted(String accept) {
        List<String> offered =
                Stream.of(values()).flatMap(format -> format.types().stream()).toList();
        Optional<String> best = Accepted.best(accept, offered);
        return Stream.of(values())
                .filter(format -> best.filter(format.types()::contains).isPresent())
                .findFirst()
                .orElseThrow(() -> Problem.of(406, "format", String.join(", ", offered)));
    }

    private static List<String> ids() {
        return Stream.of(values()).map(Format::id).toList();
    }
}
