package org.zhice.server.reconcile;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.zhice.server.web.Client;
import org.zhice.server.web.Messages;
import org.zhice.store.Release;
import org.zhice.store.Terms;

/** What the service offers, and where; all addresses are on our own server. */
final class Manifest {
    private static final int PREVIEW_WIDTH = 430;
    private static final int PREVIEW_HEIGHT = 300;

    private Manifest() {}

    static JsonObject of(Client client, Release release) {
        String site = client.site();
        JsonObject json = new JsonObject();
        JsonArray versions = new JsonArray();
        versions.add("0.2");
        json.put("versions", versions);
        json.put("name", Messages.in(client.language(), Manifest.class).text("reconcile.name"));
        json.put("identifierSpace", Terms.ID);
        json.put("schemaSpace", Terms.ONTOLOGY);
        json.put("documentation", site + "/");
        json.put("serviceVersion", Terms.VERSION);
        json.put("logo", site + "/static/icon.svg");
        json.put("view", object("url", site + ReconcileRoom.VIEW + "?id={{id}}"));
        json.put("defaultTypes", Types.of(release).json(client.language()));
        json.put("batchSize", release.limits().match().batch());
        json.put("preview", preview(site));
        json.put("suggest", suggest(site));
        json.put("extend", extend(site, client));
        return json;
    }

    private static JsonObject preview(String site) {
        JsonObject preview = object("url", site + ReconcileRoom.PREVIEW + "?id={{id}}");
        preview.put("width", PREVIEW_WIDTH);
        preview.put("height", PREVIEW_HEIGHT);
        return preview;
    }

    private static JsonObject suggest(String site) {
        JsonObject suggest = new JsonObject();
        for (Suggestible what : Suggestible.values()) {
            JsonObject service = service(site, ReconcileRoom.SUGGEST + what.id());
            service.put("flyout_service_path", ReconcileRoom.FLYOUT + what.id() + "?id=${id}");
            suggest.put(what.id(), service);
        }
        return suggest;
    }

    private static JsonObject extend(String site, Client client) {
        JsonObject limit = object("name", Extension.LIMIT);
        Messages messages = Messages.in(client.language(), Manifest.class);
        limit.put("type", "number");
        limit.put("label", messages.text("reconcile.limit"));
        limit.put("default", 0);
        limit.put("help_text", messages.text("reconcile.limit-help"));
        JsonArray settings = new JsonArray();
        settings.add(limit);
        JsonObject extend = new JsonObject();
        extend.put("propose_properties", service(site, ReconcileRoom.PROPERTIES));
        extend.put("property_settings", settings);
        return extend;
    }

    private static JsonObject service(String site, String path) {
        JsonObject service = object("service_url", site);
        service.put("service_path", path);
        return service;
    }

    private static JsonObject object(String key, String value) {
        JsonObject object = new JsonObject();
        object.put(key, new JsonString(value));
        return object;
    }
}
