package org.zhice.server.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JsonValue;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.ReleaseId;
import org.zhice.store.tdb.StoreFiles;

/** The tables of the release that is served: a page for people, the files and their two contracts for programs. */
record TablesPage(StoreFiles stores) implements Page {
    private static final String CSV = ".csv";
    /** Files in the folder of a build never change, so what is said of them is worked out once for each release. */
    private static final String PACKAGE_KEY = "data package";

    private static final String DERIVED = Links.editor(Queries.text(TablesPage.class, "derived-example.rq"));

    /**
     * What the page shows.
     *
     * @param derived the address of the editor with a query for what is in no table
     */
    record Model(String release, String licence, List<Table> tables, String derived) {}

    /** A table. */
    record Table(
            String name,
            String file,
            String title,
            String rows,
            String kilobytes,
            List<Column> columns,
            String key,
            List<Reference> references) {}

    /** A column. */
    record Column(String name, String title, String description, String datatype, boolean required) {}

    /** A column whose values stand in another table. */
    record Reference(String column, String table) {}

    @Override
    public boolean speaks(Client client) {
        return client.rest().isEmpty();
    }

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        Contract contract = Contract.of(release, stores).orElseThrow(() -> Problem.of(404, "no-tables"));
        return switch (client.rest()) {
            case "" -> page(client, release, contract);
            case Contract.FILE ->
                described(Answer.of(
                        "application/csvm+json", bytes(contract.folder().resolve(Contract.FILE))));
            case DataPackage.FILE -> described(Answer.json(dataPackage(release, contract)));
            default -> csv(client.rest(), contract);
        };
    }

    /** Only what the contract names: no other file of the folder, and no way out of it. */
    private static Answer csv(String file, Contract contract) {
        if (!file.endsWith(CSV)) {
            throw Problem.of(404, "unknown-table", file);
        }
        Contract.Table table = contract.table(file.substring(0, file.length() - CSV.length()));
        return described(Answer.of("text/csv; charset=utf-8; header=present", bytes(contract.file(table))));
    }

    private static Answer.Body bytes(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return out -> out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By this link a tool finds the contract of a file (W3C, Model for Tabular Data and Metadata, 5.2). */
    private static Answer described(Answer answer) {
        return answer.with(
                "Link",
                Links.link(TablesRoom.ADDRESS + Contract.FILE, "describedby") + "; type=\"application/csvm+json\", "
                        + Links.link(Links.LICENCE, "license"));
    }

    private static JsonValue dataPackage(Release release, Contract contract) {
        return release.memo(PACKAGE_KEY, () -> DataPackage.of(contract, release.id()));
    }

    private static Answer page(Client client, Release release, Contract contract) {
        Language language = client.language();
        List<Table> tables = release.memo(
                List.of(TablesPage.class, language),
                () -> contract.tables().stream()
                        .map(table -> table(table, FileFacts.of(contract.file(table)), language))
                        .toList());
        return described(Templates.page(
                client,
                "tables",
                new Model(ReleaseId.of(release).orElseGet(release::id), Links.LICENCE, tables, DERIVED)));
    }

    private static Table table(Contract.Table table, FileFacts file, Language language) {
        return new Table(
                table.name(),
                table.file(),
                table.title().in(language.tag()),
                Numbers.show(file.rows(), language),
                Numbers.show(Math.max(1, file.bytes() / 1000), language),
                table.columns().stream().map(column -> column(column, language)).toList(),
                String.join(", ", table.primaryKey()),
                table.foreignKeys().stream()
                        .map(key -> new Reference(key.column(), key.table()))
                        .toList());
    }

    private static Column column(Contract.Column column, Language language) {
        return new Column(
                column.name(),
                column.title().in(language.tag()),
                column.description().in(language.tag()),
                column.datatype(),
                column.required());
    }
}
