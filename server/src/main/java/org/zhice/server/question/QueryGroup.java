package org.zhice.server.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.query.SavedQuery;
import org.zhice.query.Status;
import org.zhice.query.contract.TestResults.TestResult;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;

/**
 * Saved queries under what they are for, as several pages list them.
 *
 * @param need what they are for
 */
public record QueryGroup(String need, List<Entry> queries) {
    /**
     * A saved query in the list.
     *
     * @param status how far it can be answered; empty if it can
     */
    public record Entry(String id, String title, String question, String status, Optional<LastRun> lastRun) {}

    /** All queries, without what came of running them. */
    public static List<QueryGroup> all(SavedQueries queries, Language language) {
        return of(queries, queries.all(), Map.of(), language);
    }

    static List<QueryGroup> of(
            SavedQueries queries, List<SavedQuery> some, Map<String, TestResult> results, Language language) {
        return queries.grouped(some).stream()
                .map(group -> new QueryGroup(
                        group.need().in(language.tag()),
                        group.queries().stream()
                                .map(query -> entry(query, results.get(query.id()), language))
                                .toList()))
                .toList();
    }

    private static Entry entry(SavedQuery query, TestResult result, Language language) {
        return new Entry(
                query.id(),
                query.about().title().in(language.tag()),
                query.about().question().in(language.tag()),
                status(query.about().status(), language),
                LastRun.of(query, result, language));
    }

    private static String status(Status status, Language language) {
        return status == Status.ANSWERABLE
                ? ""
                : Messages.in(language, QueryGroup.class).text("status." + status.id());
    }
}
