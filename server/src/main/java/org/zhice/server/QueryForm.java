package org.zhice.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhice.server.query.BadParameterException;
import org.zhice.server.query.BadParameterException.Reason;
import org.zhice.server.query.Choice;
import org.zhice.server.query.Parameter;
import org.zhice.server.query.Result;
import org.zhice.server.query.SavedQuery;

/** The page of a saved query for a person: the form as filled, and below it the answer or what is wrong. */
record QueryForm(SavedQuery query, Map<String, String> values, Client client, Store store) {
    private static final List<String> DOWNLOADS = List.of("csv", "tsv", "json", "xml");

    Answer answer() {
        try {
            Result result = query.run(store.data(), values, store.context());
            return page(Map.of(
                    "result",
                    new ResultTable(query, result, labels(), client.language()).model(),
                    "downloads",
                    downloads(),
                    "editor",
                    Links.editor(query.boundText(store.data(), values))));
        } catch (BadParameterException e) {
            boolean justOpened = values.isEmpty() && e.reason() == Reason.MISSING;
            return justOpened
                    ? page(Map.of())
                    : page(Map.of("refused", Problems.of(e).text(messages()), "refusedField", e.parameter()))
                            .withStatus(400);
        }
    }

    private Answer page(Map<String, Object> outcome) {
        String language = client.language().tag();
        Map<String, Object> model = new TreeMap<>(outcome);
        model.put("id", query.id());
        model.put("title", query.title().in(language));
        model.put("question", query.question().in(language));
        model.put("expect", query.expect());
        model.put("expected", query.expected());
        model.put("restsOn", query.restsOn().in(language));
        model.put("sparql", query.sparql());
        model.put("fields", query.parameters().stream().map(this::field).toList());
        return Templates.page(client, "query.ftlh", model);
    }

    private Map<String, Object> field(Parameter parameter) {
        String given = values.getOrDefault(parameter.name(), "");
        String value = given.isBlank() ? parameter.defaultValue() : given;
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", parameter.name());
        field.put("label", parameter.label().in(client.language().tag()));
        field.put("value", value);
        field.put("required", parameter.required());
        field.put("hasDefault", !parameter.defaultValue().isEmpty());
        field.put("listed", parameter.values().isPresent());
        field.put("choices", choices(parameter, value));
        return field;
    }

    private List<Map<String, Object>> choices(Parameter parameter, String value) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (Choice choice : parameter.choices(store.data())) {
            String label = choice.label().in(client.language().tag());
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

    private List<Map<String, String>> downloads() {
        return DOWNLOADS.stream()
                .map(format -> {
                    Map<String, String> parameters = new LinkedHashMap<>(values);
                    parameters.put("format", format);
                    return Map.of("format", format, "href", Links.parameters(parameters));
                })
                .toList();
    }

    private Labels labels() {
        return new Labels(store.data(), client.language());
    }

    private Messages messages() {
        return Messages.in(client.language());
    }
}
