package org.zhice.server.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhice.query.BadParameterException;
import org.zhice.query.Choice;
import org.zhice.query.Parameter;
import org.zhice.query.SavedQuery;
import org.zhice.query.contract.TestResults;
import org.zhice.query.contract.TestResults.TestResult;
import org.zhice.server.entity.ThingNames;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Problems;
import org.zhice.server.web.Templates;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** The page of a saved query for a person: the form as filled, and below it the answer or what is wrong. */
record QueryForm(SavedQuery query, QueryRequest request, Release release) {
    private static final List<String> DOWNLOADS = List.of("csv", "tsv", "json", "xml", "ttl", "xlsx");

    Answer answer() {
        try {
            Result all = query.run(release, request.values());
            Result shown = request.page(all, release);
            return page(answer(all, shown)).with(QueryAnswer.headers(query, request, all, shown));
        } catch (BadParameterException e) {
            return request.isFirstLook(e)
                    ? page(Map.of()).with("Link", Links.header(List.of()))
                    : page(Map.of(
                                    "refused",
                                    Problems.of(e, release.limits()).text(messages()),
                                    "refusedField",
                                    e.parameter()))
                            .withStatus(400);
        }
    }

    private Map<String, Object> answer(Result all, Result shown) {
        return Map.of(
                "result", new ResultTable(query, shown, ThingNames.in(shown, release, language()), language()).model(),
                "whole", all.whole(),
                "count", Numbers.show(all.rows().size(), language()),
                "page", Numbers.show(request.paging().page(), language()),
                "pages", Numbers.show(request.paging().pages(all.rows().size()), language()),
                "others", all.whole() ? others(all) : Map.of(),
                "downloads", downloads(),
                "editor", Links.editor(query.boundText(release, request.values())));
    }

    /** Addresses of other pages of the answer, by their relation to this one. */
    private Map<String, String> others(Result all) {
        Map<String, String> others = new LinkedHashMap<>();
        request.paging()
                .others(all.rows().size())
                .forEach((rel, number) -> others.put(rel, request.addressWith(Paging.PAGE, String.valueOf(number))));
        return others;
    }

    private Answer page(Map<String, Object> outcome) {
        String language = language().tag();
        Map<String, Object> model = new TreeMap<>(outcome);
        model.put("id", query.id());
        model.put("title", query.about().title().in(language));
        model.put("question", query.about().question().in(language));
        model.put("expect", query.expected().says());
        model.put("expected", query.expected().csv());
        model.put("askedBy", query.about().askedBy().in(language));
        model.put("reason", query.about().reason().in(language));
        TestResult result = TestResults.in(release).get(query.id());
        model.put("outcome", result == null ? "" : result.outcome());
        model.put("run", TestResultText.of(result, language()));
        model.put("restsOn", query.expected().restsOn().in(language));
        model.put("sparql", query.sparql());
        model.put("evidence", request.evidence());
        model.put("fields", query.parameters().stream().map(this::field).toList());
        return Templates.page(request.client(), "question/query.ftlh", model);
    }

    private Map<String, Object> field(Parameter parameter) {
        String given = request.values().getOrDefault(parameter.name(), "");
        String value = given.isBlank() ? parameter.defaultValue() : given;
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", parameter.name());
        field.put("label", parameter.label().in(language().tag()));
        field.put("value", value);
        field.put("required", parameter.required());
        field.put("hasDefault", !parameter.defaultValue().isEmpty());
        field.put("listed", parameter.values().isPresent());
        field.put("choices", choices(parameter, value));
        return field;
    }

    private List<Map<String, Object>> choices(Parameter parameter, String value) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (Choice choice : parameter.choices(release)) {
            String label = choice.label().in(language().tag());
            options.add(Map.of(
                    "id",
                    choice.id(),
                    "label",
                    label.isEmpty() ? choice.id() : label,
                    "selected",
                    !value.isEmpty() && choice.isMeantBy(value)));
        }
        return options;
    }

    /** They hold all rows, with the evidence if it is shown. */
    private List<Map<String, String>> downloads() {
        return DOWNLOADS.stream()
                .map(format -> {
                    Map<String, String> parameters = new LinkedHashMap<>(request.values());
                    if (request.evidence()) {
                        parameters.put(QueryRequest.EVIDENCE, "true");
                    }
                    parameters.put("format", format);
                    return Map.of("format", format, "href", Links.parameters(parameters));
                })
                .toList();
    }

    private Language language() {
        return request.client().language();
    }

    private Messages messages() {
        return Messages.in(language());
    }
}
