package org.zhice.server.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/**
 * What is behind the names of a kind of address: the name itself leads on to a document about the thing in the form that a
 * client likes best (303), the documents stand at the same address with an ending. A name without its end leads to a list.
 *
 * @param space such as {@code id/}
 */
record EntityPage(String space) implements Page {
    private static final Query KNOWN = Queries.read(EntityPage.class, "known.rq");

    /** Data for whoever does not say what they like: they are no browser. */
    private static final List<Format> FORMATS =
            List.of(Format.TTL, Format.JSONLD, Format.NT, Format.RDF, Format.JSON, Format.HTML);

    private static final String LOCAL_NAME = "[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*";

    /**
     * The page for a name that leads nowhere, or nowhere any more.
     *
     * @param retired empty if the name was never in use
     */
    record Missing(String iri, Optional<Retired> retired, List<Near> near) {}

    /** Data do not. */
    @Override
    public boolean speaks(Client client) {
        return Form.at(client.rest()).filter(Form.data()::contains).isEmpty();
    }

    @Override
    public Answer get(Client client, Release release) {
        Optional<Form> form = Form.at(client.rest());
        String local = client.rest()
                .substring(
                        0,
                        client.rest().length()
                                - form.map(Form::ending).orElse("").length());
        if (local.isEmpty() || (space.equals("id/") && local.matches("[a-z]+/?"))) {
            String kind = space + (local.isEmpty() || local.endsWith("/") ? local : local + "/");
            return Listing.of(client, release, kind, page(client)).orElseGet(() -> missing(client, release, local));
        }
        Node thing = NodeFactory.createURI(Terms.BASE + space + local);
        if (!local.matches(LOCAL_NAME)) {
            return missing(client, release, local);
        }
        Optional<Answer> found =
                form.isPresent() ? document(client, release, thing, form.get()) : seeOther(client, release, thing);
        return found.orElseGet(() -> missing(client, release, local));
    }

    private static Optional<Answer> seeOther(Client client, Release release, Node thing) {
        if (!release.ask(Queries.over(KNOWN, "thing", List.of(thing)))) {
            return Optional.empty();
        }
        return Retired.find(release, thing)
                .map(retired -> gone(client, thing.getURI(), retired))
                .or(() -> Optional.of(seeOther(client, thing.getURI())));
    }

    private static Answer seeOther(Client client, String iri) {
        Form form = Form.of(Format.wanted(FORMATS, client));
        String query = client.query().isEmpty() ? "" : "?" + client.query();
        return Answer.seeOther(Links.local(iri) + form.ending() + query).with("Link", links(iri, Stream.of()));
    }

    private static Optional<Answer> document(Client client, Release release, Node thing, Form form) {
        int page = page(client);
        Optional<Description> description = Description.of(release, thing.getURI(), Document.window(page));
        Optional<Retired> retired =
                description.filter(Description::isRetired).flatMap(found -> Retired.find(release, thing));
        return retired.map(given -> gone(client, thing.getURI(), given))
                .or(() -> description.map(found -> document(
                        client,
                        release,
                        new Document(client.site() + Links.local(thing.getURI()), page, found),
                        form)));
    }

    private static Answer document(Client client, Release release, Document document, Form form) {
        if (document.page() > document.last()) {
            throw pageProblem(client, document.last());
        }
        String links = links(document.description().thing().getURI(), document.links(form));
        return written(client, release, document, form).with("Link", links);
    }

    private static Answer written(Client client, Release release, Document document, Form form) {
        return switch (form) {
            case HTML -> EntityView.page(client, release, document);
            case BIB, RIS, CSL ->
                Citation.of(document.description(), release, client.language()).in(form);
            case JSON ->
                Answer.of(form.type(), form.format().ofGraph(document.graph()).body());
            default -> form.format().ofGraph(document.graph());
        };
    }

    /** @throws Problem 400 for what is no number of a page */
    private static int page(Client client) {
        String page = client.parameter("page").orElse("1");
        if (!page.matches("[1-9][0-9]{0,5}")) {
            throw pageProblem(client, 1);
        }
        return Integer.parseInt(page);
    }

    private static Problem pageProblem(Client client, int last) {
        return Problem.option("page", client.parameter("page").orElse(""), "1–" + last);
    }

    private static String links(String iri, Stream<String> pages) {
        String path = Links.local(iri);
        Stream<String> always = Stream.of(
                Links.link(Links.LICENCE, "license"),
                Links.link(path + Form.TTL.ending(), "describedby"),
                Links.link(iri, "cite-as"));
        Stream<String> alternates = Stream.concat(Stream.of(Form.HTML), Form.data().stream())
                .map(form -> Links.link(path + form.ending(), "alternate") + "; type=\""
                        + form.type().replaceFirst(";.*", "") + "\"");
        return Stream.of(always, alternates, pages).flatMap(all -> all).collect(Collectors.joining(", "));
    }

    private Answer missing(Client client, Release release, String local) {
        String iri = Terms.BASE + space + local;
        int end = local.lastIndexOf('/') + 1;
        List<Near> near = Near.to(release, Terms.BASE + space + local.substring(0, end), local.substring(end));
        if (client.isBrowser()) {
            return Templates.page(client, "missing", new Missing(iri, Optional.empty(), near))
                    .withStatus(404);
        }
        throw Problem.of(404, "no-thing", iri).with("near", Near.json(near));
    }

    private static Answer gone(Client client, String iri, Retired retired) {
        String successor = retired.successor();
        String link = successor.isEmpty() ? "" : Links.link(Links.local(successor), "successor-version");
        if (client.isBrowser()) {
            return Templates.page(client, "missing", new Missing(iri, Optional.of(retired), List.of()))
                    .with(link.isEmpty() ? Map.of() : Map.of("Link", link))
                    .withStatus(410);
        }
        String reason = retired.reason().in(client.language().tag());
        Problem problem = Problem.of(410, "gone", iri, retired.day(), reason, successor)
                .with("successor", new JsonString(successor))
                .with("day", new JsonString(retired.day()));
        throw link.isEmpty() ? problem : problem.withHeader("Link", link);
    }
}
