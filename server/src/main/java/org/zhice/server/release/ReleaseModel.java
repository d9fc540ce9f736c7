package org.zhice.server.release;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Numbers;
import org.zhice.store.Release;
import org.zhice.store.ReleaseId;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;

/**
 * What the page of a release shows.
 *
 * @param version of the program that built it
 * @param iri its address in the graph
 * @param url its address here
 * @param classes with how many things there are of each, the most first
 * @param graphs with their quads, likewise
 * @param answers how many saved queries gave an answer
 * @param others all other releases
 */
record ReleaseModel(
        ReleaseRow row,
        String version,
        String iri,
        String url,
        List<Count> classes,
        List<Count> graphs,
        String answers,
        List<ReleaseRow> others) {
    /** How many there are of a kind; the label may be empty. */
    record Count(String name, String label, String count) {}

    static ReleaseModel of(Manifest manifest, Dumps dumps, Client client, Release release) {
        Language language = client.language();
        List<ReleaseRow> all = ReleaseRow.all(dumps, ReleaseId.of(release).orElse(""), language);
        ThingNames classes = ThingNames.of(manifest.classes().keySet(), release, language);
        return new ReleaseModel(
                all.stream()
                        .filter(row -> row.id().equals(manifest.release()))
                        .findFirst()
                        .orElseThrow(),
                manifest.version(),
                ReleaseId.iri(manifest.release()),
                client.site() + ReleaseRoom.address(manifest.release()),
                counts(manifest.classes(), classes, language),
                counts(manifest.graphs(), ThingNames.ofGraphs(release, language), language),
                Numbers.show(manifest.answers().size(), language),
                all.stream().filter(row -> !row.id().equals(manifest.release())).toList());
    }

    private static List<Count> counts(Map<String, Long> counts, ThingNames names, Language language) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(count -> new Count(
                        names.shorten(count.getKey()),
                        names.label(count.getKey()),
                        Numbers.show(count.getValue(), language)))
                .toList();
    }
}
