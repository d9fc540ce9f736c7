package org.zhice.server.release;

import java.util.List;
import org.zhice.query.change.Patch;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Links;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Templates;
import org.zhice.store.Release;
import org.zhice.store.ReleaseId;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;
import org.zhice.store.dump.ManifestJson;

/** One release, or what changed from one to another, by the ids in the path. */
record ReleasePages(Dumps dumps, SavedQueries queries) implements Page {
    private static final List<Format> FORMATS = List.of(Format.JSON, Format.HTML);
    private static final String PATCH = ".rdfp";
    private static final String PATCH_TYPE = "application/rdf-patch";

    @Override
    public boolean lasts() {
        return false;
    }

    @Override
    public Answer get(Client client, Release release) {
        List<String> ids = List.of(client.rest().split("/", -1));
        return switch (ids.size()) {
            case 1 -> one(known(ids.get(0)), client, release);
            case 2 -> two(ids.get(0), ids.get(1), client, release);
            default -> throw Problem.of(404, "not-found", client.path());
        };
    }

    private Manifest known(String id) {
        return dumps.find(id).orElseThrow(() -> Problem.of(404, "unknown-release", id));
    }

    private Answer one(Manifest manifest, Client client, Release release) {
        Answer answer = Format.wanted(FORMATS, client) == Format.HTML
                ? Templates.page(client, "release", ReleaseModel.of(manifest, dumps, client, release))
                : Answer.json(ManifestJson.of(manifest));
        String iri = ReleaseId.iri(manifest.release());
        return answer.with("Link", ReleaseRoom.links(Links.link(iri, "cite-as")));
    }

    private Answer two(String from, String to, Client client, Release release) {
        if (to.endsWith(PATCH)) {
            return patch(known(from), known(to.substring(0, to.length() - PATCH.length())));
        }
        ReleaseChanges changes = ReleaseChanges.between(known(from), known(to), dumps);
        Answer answer = Format.wanted(FORMATS, client) == Format.HTML
                ? Templates.page(client, "changes", ChangesModel.of(changes, queries, client.language(), release))
                : Answer.json(ChangesJson.of(changes, client.site()));
        return answer.with("Link", links(changes));
    }

    private Answer patch(Manifest from, Manifest to) {
        Patch.End before = end(from);
        Patch.End after = end(to);
        return Answer.of(PATCH_TYPE, out -> Patch.write(before, after, out)).with("Link", ReleaseRoom.links());
    }

    private Patch.End end(Manifest manifest) {
        if (!dumps.isKept(manifest.release())) {
            throw DumpsPage.gone(manifest.release());
        }
        return new Patch.End(manifest.release(), dumps.path(Dumps.name(manifest.release(), Dumps.NQUADS)));
    }

    /** To the patch, if there is one. */
    private static String links(ReleaseChanges changes) {
        return changes.missing().isEmpty()
                ? ReleaseRoom.links(Links.link(address(changes), "alternate") + "; type=\"" + PATCH_TYPE + "\"")
                : ReleaseRoom.links();
    }

    /** Where the patch is. */
    static String address(ReleaseChanges changes) {
        return ReleaseRoom.address(changes.from().release() + "/" + changes.to().release() + PATCH);
    }
}
