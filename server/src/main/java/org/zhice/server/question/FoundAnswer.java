package org.zhice.server.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.zhice.query.SavedQuery;
import org.zhice.server.entity.ThingNames;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.MissingRemotes;
import org.zhice.server.web.Numbers;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * What a saved query found, as its page shows it.
 *
 * @param whole false if there are more rows than the server gives
 * @param evidence whether the rows bear it
 * @param count of all rows
 * @param pages none if all rows are on this one
 * @param downloads the forms to take away; none of an answer that is not whole
 * @param editor the address of the editor with the query in it
 * @param missing what is said of each endpoint elsewhere that the answer goes without
 */
record FoundAnswer(
        Table table,
        boolean whole,
        boolean evidence,
        String count,
        Optional<OtherPages> pages,
        List<Download> downloads,
        String editor,
        List<String> missing) {
    private static final List<String> FORMATS = List.of("csv", "tsv", "json", "xml", "ttl", "xlsx");

    /** A form to take the answer away in. */
    record Download(String name, String href, String file) {}

    static FoundAnswer of(SavedQuery query, QueryRequest request, Release release, Result all, Result shown) {
        Language language = request.client().language();
        ThingNames names = ThingNames.in(shown, release, language);
        return new FoundAnswer(
                new ResultTable(query, shown, names, language).table(),
                all.whole(),
                request.evidence(),
                Numbers.show(all.rows().size(), language),
                all.whole() ? OtherPages.of(request, all.rows().size()) : Optional.empty(),
                all.whole()
                        ? FORMATS.stream()
                                .map(format -> download(query, request, format))
                                .toList()
                        : List.of(),
                Links.editor(query.boundText(release, request.values())),
                MissingRemotes.texts(release.calls(), language));
    }

    /** It holds all rows, with the evidence if it is shown. */
    private static Download download(SavedQuery query, QueryRequest request, String format) {
        Map<String, String> parameters = new LinkedHashMap<>(request.values());
        if (request.evidence()) {
            parameters.put(QueryRequest.EVIDENCE, "true");
        }
        parameters.put("format", format);
        return new Download(format.toUpperCase(Locale.ROOT), Links.parameters(parameters), query.id() + "." + format);
    }
}
