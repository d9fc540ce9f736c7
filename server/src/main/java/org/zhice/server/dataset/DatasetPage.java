package org.zhice.server.dataset;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.server.web.Words;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/**
 * The dataset described: VoID, DCAT and DQV for programs, a page for people.
 *
 * @param fixed the form, where the address names it
 */
record DatasetPage(Optional<Format> fixed) implements Page {
    static final String ADDRESS = "/dataset";

    private static final Query DESCRIPTION = Queries.read(DatasetPage.class, "description.rq");
    private static final Query WHOLE = Queries.read(DatasetPage.class, "dataset.rq");
    private static final Query DISTRIBUTIONS = Queries.read(DatasetPage.class, "distributions.rq");
    private static final Query LINKSETS = Queries.read(DatasetPage.class, "linksets.rq");
    private static final Query MEASUREMENTS = Queries.read(DatasetPage.class, "measurements.rq");
    private static final List<Format> FORMATS = List.of(Format.TTL, Format.JSONLD, Format.RDF, Format.NT, Format.HTML);

    /**
     * What the page shows.
     *
     * @param version of the release; empty if the store does not tell
     * @param jsonLd the dataset in the words of schema.org, safe within a script element
     */
    record Model(
            String title,
            String description,
            String triples,
            String entities,
            String classes,
            String properties,
            String version,
            List<Download> downloads,
            List<Linkset> linksets,
            List<Measurement> measurements,
            String jsonLd) {}

    /** A file with the whole dataset. */
    record Download(String title, String address, String type) {
        static Download of(Binding row) {
            return new Download(
                    Result.text(row, "title"),
                    Links.local(Result.text(row, "address")),
                    Result.text(row, "type").replaceFirst("^.*/media-types/", ""));
        }
    }

    /**
     * A set of links.
     *
     * @param id the end of its address
     * @param supported the share of a drawn sample that the records support; empty if none was read
     */
    record Linkset(
            String id, String title, String table, String links, String supported, String sample, String checked) {
        static Linkset of(Binding row, Language language) {
            String id = Terms.localName(Result.text(row, "linkset"));
            String title = Result.label(row, "description").in(language.tag());
            return new Linkset(
                    id,
                    title.isEmpty() ? id : title,
                    LinksetPage.ADDRESS + id + ".sssom.tsv",
                    Numbers.show(Result.text(row, "links"), language),
                    Numbers.percent(Result.text(row, "share"), language),
                    Numbers.show(Result.text(row, "sample"), language),
                    Result.text(row, "checked"));
        }
    }

    /** A measurement of the dataset. */
    record Measurement(String metric, String unit, String value, String of) {
        static Measurement of(Binding row, Language language) {
            return new Measurement(
                    Result.label(row, "metric").in(language.tag()),
                    Words.capital(Result.label(row, "unit").in(language.tag())),
                    Numbers.percent(Result.text(row, "value"), language),
                    Numbers.show(Result.text(row, "of"), language));
        }
    }

    /** The number of a release; empty if the store does not tell. */
    static String version(Release release) {
        return release.select(WHOLE).rows().stream()
                .findFirst()
                .map(row -> Result.text(row, "version"))
                .orElse("");
    }

    @Override
    public boolean speaks(Client client) {
        return format(client) == Format.HTML;
    }

    @Override
    public Answer get(Client client, Release release) {
        Format format = format(client);
        return format == Format.HTML
                ? page(client, release)
                : format.ofGraph(release.construct(
                        Queries.bound(DESCRIPTION, "site", NodeFactory.createLiteralString(client.site()))));
    }

    private Format format(Client client) {
        return fixed.orElseGet(() -> Format.wanted(FORMATS, client));
    }

    private static Answer page(Client client, Release release) {
        Language language = client.language();
        Binding whole = release.select(WHOLE).rows().stream()
                .findFirst()
                .orElseThrow(() -> Problem.of(404, "not-found", client.path()));
        List<Download> downloads =
                release.select(DISTRIBUTIONS).rows().stream().map(Download::of).toList();
        String title = Result.label(whole, "title").in(language.tag());
        String description = Result.label(whole, "description").in(language.tag());
        String version = Result.text(whole, "version");
        return Templates.page(
                client,
                "dataset",
                new Model(
                        title,
                        description,
                        Numbers.show(Result.text(whole, "triples"), language),
                        Numbers.show(Result.text(whole, "entities"), language),
                        Numbers.show(Result.text(whole, "classes"), language),
                        Numbers.show(Result.text(whole, "properties"), language),
                        version,
                        downloads,
                        release.select(LINKSETS).rows().stream()
                                .map(row -> Linkset.of(row, language))
                                .toList(),
                        release.select(MEASUREMENTS).rows().stream()
                                .map(row -> Measurement.of(row, language))
                                .toList(),
                        jsonLd(client, title, description, version, downloads)));
    }

    private static String jsonLd(
            Client client, String title, String description, String version, List<Download> downloads) {
        JsonObject dataset = new JsonObject();
        dataset.put("@context", "https://schema.org");
        dataset.put("@type", "Dataset");
        dataset.put("@id", Terms.BASE + "dataset");
        dataset.put("name", title);
        dataset.put("description", description);
        dataset.put("url", client.site() + ADDRESS);
        dataset.put("license", Links.LICENCE);
        dataset.put("isAccessibleForFree", true);
        if (!version.isEmpty()) {
            dataset.put("version", version);
        }
        JsonArray files = new JsonArray();
        downloads.forEach(download -> files.add(file(client, download)));
        dataset.put("distribution", files);
        return dataset.toString().replace("<", "\\u003c");
    }

    private static JsonObject file(Client client, Download download) {
        JsonObject file = new JsonObject();
        file.put("@type", "DataDownload");
        file.put("name", download.title());
        file.put("encodingFormat", download.type());
        file.put("contentUrl", client.site() + download.address());
        return file;
    }
}
