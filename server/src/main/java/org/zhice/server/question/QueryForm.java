package org.zhice.server.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhice.query.BadParameterException;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.TestResults;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Problems;
import org.zhice.server.web.Templates;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** The page of a saved query for a person: the form as filled, and below it the answer or what is wrong. */
record QueryForm(SavedQuery query, QueryRequest request, Release release) {
    /**
     * What the page shows.
     *
     * @param needsNet whether it asks other data sets
     * @param reason why not all can be answered, or which data sets it asks; empty if there is nothing to say
     * @param askedBy who asks it; empty if it is not said
     * @param refusal what is wrong with the values; empty if nothing is
     * @param answer none if there is something wrong, or no value yet
     * @param scripts what makes the page nicer
     * @param programs how to ask the same from elsewhere
     */
    record Model(
            String id,
            String title,
            String question,
            boolean needsNet,
            String reason,
            String askedBy,
            List<Field> fields,
            boolean evidence,
            String refusal,
            Optional<FoundAnswer> answer,
            List<String> scripts,
            Programs programs,
            Grounds grounds,
            String sparql) {}

    Answer answer() {
        try {
            Result all = query.run(release, request.values());
            Result shown = request.page(all, release);
            return page("", "", Optional.of(FoundAnswer.of(query, request, release, all, shown)))
                    .with(QueryAnswer.headers(query, request, all, shown));
        } catch (BadParameterException e) {
            return request.isFirstLook(e)
                    ? page("", "", Optional.empty()).with("Link", Links.header(List.of()))
                    : refusal(e);
        }
    }

    private Answer refusal(BadParameterException e) {
        String text = Problems.of(e, release.limits()).text(Messages.in(language()));
        return page(text, e.parameter(), Optional.empty()).withStatus(400);
    }

    private Answer page(String refusal, String refused, Optional<FoundAnswer> answer) {
        String tag = language().tag();
        List<Field> fields = query.parameters().stream()
                .map(parameter -> Field.of(
                        parameter,
                        request.values().getOrDefault(parameter.name(), ""),
                        parameter.name().equals(refused),
                        release,
                        language()))
                .toList();
        Model model = new Model(
                query.id(),
                query.about().title().in(tag),
                query.about().question().in(tag),
                query.needsNet(),
                query.about().reason().in(tag),
                query.about().askedBy().in(tag),
                fields,
                request.evidence(),
                refusal,
                answer,
                scripts(answer),
                programs(fields),
                Grounds.of(query, TestResults.in(release).get(query.id()), language()),
                query.sparql());
        return Templates.page(request.client(), "query", model);
    }

    private static List<String> scripts(Optional<FoundAnswer> answer) {
        boolean drawn = answer.map(FoundAnswer::table)
                .filter(table -> table.chart() != null)
                .isPresent();
        return Stream.of("suggest.js", "question.js", "chart.js")
                .filter(script -> drawn || !script.equals("chart.js"))
                .map(Links::file)
                .toList();
    }

    /** Defaults are written out, for they may become others. */
    private Programs programs(List<Field> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> !field.value().isBlank())
                .forEach(field -> values.put(field.name(), field.value()));
        if (request.evidence()) {
            values.put(QueryRequest.EVIDENCE, "true");
        }
        return Programs.of(request.client().site() + Links.query(query.id()), query.id(), values);
    }

    private Language language() {
        return request.client().language();
    }
}
