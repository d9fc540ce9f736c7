package org.zhice.server.entity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhice.server.web.Format;

/**
 * The documents about a thing: each stands at the address of the thing with an ending. JSON is the JSON-LD of the graph for
 * programs that know JSON only; the last three cite the thing.
 */
enum Form {
    HTML(Format.HTML, ""),
    TTL(Format.TTL, ""),
    JSONLD(Format.JSONLD, ""),
    NT(Format.NT, ""),
    RDF(Format.RDF, ""),
    JSON(Format.JSONLD, "application/json"),
    BIB(null, "application/x-bibtex; charset=utf-8"),
    RIS(null, "application/x-research-info-systems; charset=utf-8"),
    CSL(null, "application/vnd.citationstyles.csl+json");

    private final Format format;
    private final String type;

    Form(Format format, String type) {
        this.format = format;
        this.type = type;
    }

    /** Those that hold the graph. */
    static List<Form> data() {
        return List.of(TTL, JSONLD, NT, RDF, JSON);
    }

    /** Those that cite. */
    static List<Form> citations() {
        return List.of(BIB, RIS, CSL);
    }

    /** The form of the end of a path; none if it has none that we know. */
    static Optional<Form> at(String path) {
        return Stream.of(values())
                .filter(form -> path.endsWith(form.ending()))
                .max(Comparator.comparingInt(form -> form.ending().length()));
    }

    /** The form that a client asked for by its name or its media type. */
    static Form of(Format format) {
        return format == Format.JSON
                ? JSON
                : Arrays.stream(values())
                        .filter(form -> form.format == format)
                        .findFirst()
                        .orElseThrow();
    }

    /** As files of this form end. */
    String ending() {
        return this == CSL ? ".csl.json" : "." + id();
    }

    /** Its name on a page. */
    String label() {
        return switch (this) {
            case HTML, RIS -> name();
            case TTL -> "Turtle";
            case JSONLD -> "JSON-LD";
            case NT -> "N-Triples";
            case RDF -> "RDF/XML";
            case JSON -> "JSON";
            case BIB -> "BibTeX";
            case CSL -> "CSL-JSON";
        };
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How a graph is written. */
    Format format() {
        return format;
    }

    /** The media type. */
    String type() {
        return type.isEmpty() ? format.contentType() : type;
    }
}
