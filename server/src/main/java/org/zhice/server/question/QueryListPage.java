package org.zhice.server.question;

import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.TestResults;
import org.zhice.query.contract.TestResults.TestResult;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Release;

/** The list of saved queries. */
record QueryListPage(SavedQueries queries) implements Page {
    private static final List<Format> FORMS = List.of(Format.JSON, Format.HTML);

    /**
     * What the page shows.
     *
     * @param words that were looked for
     * @param tag that was looked for; empty if none was
     * @param count of queries found
     * @param searched whether anything was looked for
     */
    record Model(List<QueryGroup> groups, String words, String tag, List<Tag> tags, String count, boolean searched) {}

    /** A tag to look for. */
    record Tag(String name, String href, boolean chosen) {}

    @Override
    public Answer get(Client client, Release release) {
        Format format = Format.wanted(FORMS, client);
        String words = client.parameter("q").orElse("").strip();
        String tag = client.parameter("tag").orElse("").strip();
        List<SavedQuery> found = queries.search(words, tag);
        Map<String, TestResult> results = TestResults.in(release);
        Answer answer = format == Format.JSON
                ? Answer.json(json(found, results))
                : Templates.page(client, "queries", model(words, tag, found, results, client.language()));
        return answer.with("Link", Links.header(List.of()));
    }

    private Model model(
            String words, String chosen, List<SavedQuery> found, Map<String, TestResult> results, Language language) {
        return new Model(
                QueryGroup.of(queries, found, results, language),
                words,
                chosen,
                tags(chosen, language),
                Numbers.show(found.size(), language),
                !words.isEmpty() || !chosen.isEmpty());
    }

    private List<Tag> tags(String chosen, Language language) {
        return queries.tags().entrySet().stream()
                .map(tag -> new Tag(
                        tag.getValue().in(language.tag()),
                        Links.parameters(Map.of("tag", tag.getKey())),
                        tag.getKey().equals(chosen)))
                .toList();
    }

    private static JsonArray json(List<SavedQuery> found, Map<String, TestResult> results) {
        JsonArray array = new JsonArray();
        found.forEach(query -> array.add(QueryJson.of(query, results.get(query.id()))));
        return array;
    }
}
