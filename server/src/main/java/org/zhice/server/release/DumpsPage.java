package org.zhice.server.release;

import java.util.List;
import java.util.Optional;
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
import org.zhice.store.dump.ManifestJson;

/** What can be taken away, and where a file is that is none. */
record DumpsPage(Dumps dumps) implements Page {
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.HTML);
    private static final String LATEST = "latest";
    private static final List<String> ENDS = List.of(Dumps.NQUADS, Dumps.TURTLE);

    /**
     * What the page shows.
     *
     * @param file the first file of the newest release; empty if there is none
     * @param address what the addresses of files begin with
     * @param kept of so many releases there are files
     */
    record Model(List<ReleaseRow> releases, Optional<ReleaseRow.File> file, String address, int kept) {}

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        if (!client.rest().isEmpty()) {
            return elsewhere(client, release);
        }
        Answer list = Format.wanted(FORMATS, client) == Format.HTML ? page(client, release) : json(client);
        return list.with("Link", ReleaseRoom.links());
    }

    private Answer page(Client client, Release release) {
        String served = ReleaseId.of(release).orElse("");
        List<ReleaseRow> kept = ReleaseRow.all(dumps, served, client.language()).stream()
                .filter(row -> !row.files().isEmpty())
                .toList();
        Optional<ReleaseRow.File> first =
                kept.stream().findFirst().map(row -> row.files().get(0));
        return Templates.page(client, "dumps", new Model(kept, first, client.site() + ReleaseRoom.DUMPS, Dumps.KEPT));
    }

    private Answer json(Client client) {
        JsonArray array = new JsonArray();
        dumps.manifests().stream()
                .flatMap(manifest -> dumps.dumps(manifest.release()).stream().map(file -> {
                    JsonObject json = ManifestJson.of(file);
                    json.put("release", manifest.release());
                    json.put("url", client.site() + ReleaseRoom.DUMPS + file.name());
                    return json;
                }))
                .forEach(array::add);
        return Answer.json(array);
    }

    /** The newest by an address that stays; what once was here; nothing. */
    private Answer elsewhere(Client client, Release release) {
        for (String end : ENDS) {
            if (client.rest().equals(LATEST + end)) {
                return Answer.seeOther(ReleaseRoom.DUMPS + Dumps.name(latest(release), end));
            }
        }
        throw dumps.manifests().stream()
                .filter(manifest ->
                        manifest.files().stream().anyMatch(file -> client.rest().startsWith(file.name())))
                .findFirst()
                .map(manifest -> gone(manifest.release()))
                .orElseGet(() -> Problem.of(404, "not-found", client.path()));
    }

    private String latest(Release release) {
        return ReleaseId.of(release).filter(dumps::isKept).orElseThrow(() -> Problem.of(404, "no-dump"));
    }

    /** The dump of a release that is still listed. */
    static Problem gone(String release) {
        return Problem.of(410, "dump-gone", release, ReleaseRoom.address(release));
    }
}
