package org.zhice.server.ontology;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.store.Release;

/**
 * The name of the ontology, of a term in it or of a version leads on to a document (303); the documents stand at the same
 * address with an ending.
 */
record OntologyPage() implements Page {
    static final String ADDRESS = "/ontology";

    /** Data for whoever does not say what they like: they are no browser. JSON is JSON-LD by its plain name. */
    static final List<Format> FORMATS =
            List.of(Format.TTL, Format.JSONLD, Format.NT, Format.RDF, Format.JSON, Format.HTML);

    /** Data do not. */
    @Override
    public boolean speaks(Client client) {
        return ending(client.path()).filter(format -> format != Format.HTML).isEmpty();
    }

    @Override
    public Answer get(Client client, Release release) {
        Vocabulary vocabulary = Vocabulary.of(release);
        Optional<Format> form = ending(client.path());
        String name = form.map(format -> client.path().replaceFirst("\\." + format.id() + "$", ""))
                .orElse(client.path())
                .replaceFirst("/$", "");
        requireKnown(name, vocabulary);
        Answer answer = form.map(format -> document(client, release, vocabulary, format))
                .orElseGet(() -> seeOther(client, name));
        return answer.with("Link", links(name, vocabulary));
    }

    private static Optional<Format> ending(String path) {
        return FORMATS.stream()
                .filter(format -> path.endsWith("." + format.id()))
                .findFirst();
    }

    /** The only version that there is to give is that of the release. */
    private static void requireKnown(String name, Vocabulary vocabulary) {
        String version = Links.local(vocabulary.version());
        if (!name.equals(ADDRESS) && !name.equals(version)) {
            throw Problem.of(404, "unknown-version", name.substring(ADDRESS.length() + 1), version);
        }
    }

    private static Answer seeOther(Client client, String name) {
        String query = client.query().isEmpty() ? "" : "?" + client.query();
        return Answer.seeOther(name + "." + Format.wanted(FORMATS, client).id() + query);
    }

    private static Answer document(Client client, Release release, Vocabulary vocabulary, Format format) {
        return switch (format) {
            case HTML -> Templates.page(client, "ontology", OntologyView.of(release, vocabulary, client.language()));
            case JSON ->
                Answer.of(
                        type(format), Format.JSONLD.ofGraph(vocabulary.graph()).body());
            default -> format.ofGraph(vocabulary.graph());
        };
    }

    private static String type(Format format) {
        return format == Format.JSON ? "application/json" : format.contentType().replaceFirst(";.*", "");
    }

    private static String links(String name, Vocabulary vocabulary) {
        Stream<String> always =
                Stream.of(Links.link(Links.LICENCE, "license"), Links.link(vocabulary.version(), "cite-as"));
        Stream<String> alternates = FORMATS.stream()
                .map(format -> Links.link(name + "." + format.id(), "alternate") + "; type=\"" + type(format) + "\"");
        return Stream.concat(always, alternates).collect(Collectors.joining(", "));
    }
}
