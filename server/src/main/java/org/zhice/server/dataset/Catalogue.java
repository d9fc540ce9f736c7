package org.zhice.server.dataset;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.store.Terms;

/** The dataset in the words of schema.org, a block of data in the home page: search engines for data read it there. */
final class Catalogue {
    private Catalogue() {}

    /**
     * The block, in the language of the client.
     *
     * @param release the name of the release, empty if it does not tell
     * @param built its day
     */
    static String json(Client client, String release, String built) {
        Messages messages = Messages.in(client.language(), Catalogue.class);
        JsonObject dataset = thing("Dataset");
        dataset.put("@id", Terms.BASE);
        dataset.put("name", messages.text("home.title"));
        dataset.put("alternateName", "Zhice 知策");
        dataset.put("description", messages.text("home.lead"));
        dataset.put("url", client.site() + "/");
        dataset.put("license", Links.LICENCE);
        dataset.put("isAccessibleForFree", true);
        dataset.put("inLanguage", array("en", "zh-Hans"));
        dataset.put("spatialCoverage", "CN");
        if (!release.isEmpty()) {
            dataset.put("version", release);
        }
        if (built.matches("\\d{4}-\\d\\d-\\d\\d")) {
            dataset.put("dateModified", built);
        }
        dataset.put("distribution", distributions(client));
        JsonObject catalogue = thing("DataCatalog");
        catalogue.put("@context", "https://schema.org/");
        catalogue.put("name", messages.text("site.name"));
        catalogue.put("url", client.site() + "/");
        catalogue.put("dataset", dataset);
        return catalogue.toString().replace("<", "\\u003c");
    }

    private static JsonArray distributions(Client client) {
        JsonObject tables = thing("DataDownload");
        tables.put("contentUrl", client.site() + "/tables/datapackage.json");
        tables.put("encodingFormat", "application/json");
        JsonArray all = new JsonArray();
        all.add(tables);
        return all;
    }

    private static JsonArray array(String... texts) {
        JsonArray array = new JsonArray();
        List.of(texts).forEach(array::add);
        return array;
    }

    private static JsonObject thing(String type) {
        JsonObject thing = new JsonObject();
        thing.put("@type", type);
        return thing;
    }
}
