package org.zhice.server.reading;

import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.sheet.Cell;
import org.zhice.server.sheet.Column;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.sheet.Sheet;
import org.zhice.server.sheet.Sheets;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** The documents, and of which of them a text was added. */
record DocumentsPage() implements Page {
    private static final Query DOCUMENTS = Queries.read(DocumentsPage.class, "documents.rq");

    @Override
    public Answer get(Client client, Release release) {
        Sheets.require(client);
        Messages words = Messages.in(client.language(), DocumentsPage.class);
        Result documents = release.select(DOCUMENTS);
        Names names = Names.of(release, client.language(), documents);
        List<Column> columns = List.of(
                Column.number("year", words.text("documents.year")),
                Column.wide("document", words.text("documents.document")),
                Column.of("text", words.text("documents.text")),
                Column.number("characters", words.text("documents.characters")),
                Column.number("passages", words.text("documents.passages")));
        Sheet sheet = Sheet.of(
                        "documents",
                        words.text("documents.title"),
                        columns,
                        documents.rows().stream()
                                .map(row -> cells(row, names, words))
                                .toList())
                .noted(words.text("documents.note"))
                .asked(DOCUMENTS);
        return Sheets.of(words.text("documents.title"), words.text("documents.lead"), List.of(), List.of(sheet))
                .answer(client);
    }

    private static List<Cell> cells(Binding row, Names names, Messages words) {
        Piece document = names.piece(row.get("document"));
        String address = Links.text(Terms.localName(document.iri()));
        boolean added = row.contains("extent");
        return List.of(
                Cell.year(Piece.of(Result.text(row, "year"))),
                Cell.of(document.to(address)),
                Cell.of(words.text(added ? "documents.whole" : "documents.outline")),
                Cell.number(Result.text(row, "extent").replaceFirst(" .*", ""), names.language()),
                added ? Cell.number(Result.text(row, "passages"), names.language()) : Cell.EMPTY);
    }
}
