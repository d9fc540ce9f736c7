package org.zhice.server.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** A document as it is read: its text with all passages marked where one was added, else its outline. */
record ReadingPage() implements Page {
    private static final Query TEXT = Queries.read(ReadingPage.class, "text.rq");
    private static final Query PASSAGES = Queries.read(ReadingPage.class, "passages.rq");
    private static final Query OUTLINE = Queries.read(ReadingPage.class, "outline.rq");
    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9][A-Za-z0-9._-]*)/text");
    private static final List<String> KNOWN = List.of("format", "lang");

    @Override
    public Answer get(Client client, Release release) {
        Matcher place = PLACE.matcher(client.rest());
        if (!place.matches()) {
            throw Problem.of(404, "not-found", client.path());
        }
        require(client);
        Node document = NodeFactory.createURI(Terms.ID + "document/" + place.group(1));
        Result texts = release.select(Queries.over(TEXT, "document", List.of(document)));
        Binding first =
                texts.rows().stream().findFirst().orElseThrow(() -> Problem.of(404, "not-found", client.path()));
        return first.contains("text") ? text(client, release, texts, first) : outline(client, release, texts, first);
    }

    private static void require(Client client) {
        client.parameters().keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.of(400, "query-parameter", name, String.join(", ", KNOWN));
                });
        Format.wanted(List.of(Format.HTML), client);
    }

    private static Answer text(Client client, Release release, Result texts, Binding text) {
        Query asked = Queries.over(PASSAGES, "source", List.of(text.get("source")));
        Result passages = release.select(asked);
        Names names = Names.of(release, client.language(), texts, passages);
        Messages words = Messages.in(client.language(), ReadingPage.class);
        return Templates.page(
                client,
                "text",
                new TextView.Maker(names, words)
                        .of(text, ways(text, names, words), passages, Links.editor(Queries.text(asked))));
    }

    private static Answer outline(Client client, Release release, Result texts, Binding document) {
        Query asked = Queries.over(OUTLINE, "document", List.of(document.get("document")));
        Result rows = release.select(asked);
        Names names = Names.of(release, client.language(), texts, rows);
        Messages words = Messages.in(client.language(), ReadingPage.class);
        return Templates.page(
                client,
                "outline",
                OutlineView.of(
                        names.piece(document.get("document")),
                        ways(document, names, words),
                        rows.rows(),
                        names,
                        words,
                        Links.editor(Queries.text(asked))));
    }

    private static List<Piece> ways(Binding row, Names names, Messages words) {
        List<Piece> ways =
                new ArrayList<>(List.of(names.piece(row.get("document")).saying(words.text("reading.document"))));
        if (row.contains("year")) {
            ways.add(Piece.of(words.text("reading.plan")).to("/plans/" + Result.text(row, "year")));
        }
        ways.add(Piece.of(words.text("documents.title")).to(Links.DOCUMENTS));
        return ways;
    }
}
