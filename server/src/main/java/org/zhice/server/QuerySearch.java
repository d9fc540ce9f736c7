package org.zhice.server;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.zhice.server.query.SavedQueries;
import org.zhice.server.query.SavedQuery;
import org.zhice.store.ZhAnalyzer;

/**
 * Which saved queries are looked for.
 *
 * @param words words that all occur in the id, the titles, the questions or the tags, in either language, as the text
 *     index compares them: width, case and Chinese script do not matter; empty for any
 * @param tag a tag that they bear; empty for any
 */
record QuerySearch(String words, String tag) {
    private static final ZhAnalyzer ANALYZER = new ZhAnalyzer();

    static final QuerySearch ALL = new QuerySearch("", "");

    static QuerySearch of(HttpAction action) {
        return new QuerySearch(given(action, "q"), given(action, "tag"));
    }

    private static String given(HttpAction action, String name) {
        return Optional.ofNullable(action.getRequestParameter(name)).orElse("").strip();
    }

    List<SavedQuery> in(SavedQueries queries) {
        List<String> wanted = List.of(fold(words).split("(?U)\\s+"));
        return queries.all().stream()
                .filter(query -> tag.isEmpty() || query.tags().contains(tag))
                .filter(query -> {
                    String text = text(query);
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    private static String text(SavedQuery query) {
        Stream<String> tags = query.tags().stream()
                .flatMap(tag -> Stream.of(tag, tagName(tag, Language.EN), tagName(tag, Language.ZH)));
        Stream<String> words = Stream.of(
                query.id(),
                query.title().en(),
                query.title().zh(),
                query.question().en(),
                query.question().zh());
        return fold(Stream.concat(words, tags).collect(Collectors.joining("\n")));
    }

    /** The name of a tag in a language; the tag itself if the messages do not know it. */
    static String tagName(String tag, Language language) {
        return Messages.in(language).find("tag." + tag).orElse(tag);
    }

    private static String fold(String text) {
        return ANALYZER.normalize("name", text).utf8ToString();
    }
}
