package org.zhice.server.release;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.store.Release;
import org.zhice.store.ReleaseId;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;

/** All releases that there ever were; with {@code ?from=} and {@code to=} the way to what changed between two of them. */
record ReleasesPage(Dumps dumps) implements Page {
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.HTML);

    /** What the page shows. */
    record Model(List<ReleaseRow> releases, int kept) {}

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        if (client.parameter("from").isPresent() || client.parameter("to").isPresent()) {
            return Answer.seeOther(ReleaseRoom.address(known(client, "from") + "/" + known(client, "to")));
        }
        String served = ReleaseId.of(release).orElse("");
        Answer list = Format.wanted(FORMATS, client) == Format.HTML
                ? Templates.page(
                        client, "releases", new Model(ReleaseRow.all(dumps, served, client.language()), Dumps.KEPT))
                : json(client, served);
        return list.with("Link", ReleaseRoom.links());
    }

    private String known(Client client, String name) {
        String id = client.parameter(name).orElse("");
        return dumps.find(id)
                .map(Manifest::release)
                .orElseThrow(() -> Problem.option(name, id, "the id of a release at " + ReleaseRoom.RELEASES));
    }

    private Answer json(Client client, String served) {
        JsonArray array = new JsonArray();
        for (Manifest manifest : dumps.manifests()) {
            JsonObject json = new JsonObject();
            json.put("release", manifest.release());
            json.put("issued", manifest.issued().toString());
            json.put("version", manifest.version());
            json.put("quads", manifest.quads());
            json.put("served", manifest.release().equals(served));
            json.put("kept", dumps.isKept(manifest.release()));
            json.put("url", client.site() + ReleaseRoom.address(manifest.release()));
            array.add(json);
        }
        return Answer.json(array);
    }
}
